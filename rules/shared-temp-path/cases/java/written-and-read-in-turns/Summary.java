package pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class Summary {
  private static final Path FILE = Path.of("/tmp/summary.txt");

  synchronized void write(String text) throws IOException {
    Files.writeString(FILE, text); // expect: shared-temp-path error
  }

  synchronized String read() throws IOException {
    return Files.readString(FILE);
  }

  // fixed: nobody gets between the two.
  synchronized String writeAndRead(String text) throws IOException {
    Path file = Path.of("/tmp/summary-in-turns.txt");
    Files.writeString(file, text);
    return Files.readString(file);
  }
}
