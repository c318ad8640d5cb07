package prices;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

final class PriceList {
  private final Path file = Path.of("/tmp/prices.csv");
  private final Path whole = Path.of("/tmp/prices-whole.csv");

  String text() throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException missing) {
      fetch(file);
      return Files.readString(file);
    }
  }

  String wholeText() throws IOException {
    try {
      return Files.readString(whole);
    } catch (NoSuchFileException missing) { // safe: the name appears only when the file is complete
      Path part = Files.createTempFile("prices", ".part");
      fetch(part);
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE); // fixed: renamed into place
      return Files.readString(whole);
    }
  }

  private static void fetch(Path target) throws IOException {
    try (InputStream list = new URL("https://prices.example.com/list.csv").openStream()) {
      Files.copy(list, target, StandardCopyOption.REPLACE_EXISTING); // expect: temp-path-toctou error
    }
  }
}
