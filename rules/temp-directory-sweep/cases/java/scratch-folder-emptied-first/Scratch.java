package pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

final class Scratch {
  static final Path FOLDER = Path.of("/tmp/pages");

  private Scratch() {}

  static void empty() throws IOException {
    Files.createDirectories(FOLDER);
    List<Path> left;
    try (Stream<Path> entries = Files.list(FOLDER)) {
      left = entries.toList();
    }
    for (Path page : left) {
      Files.deleteIfExists(page); // expect: temp-directory-sweep error
    }
  }

  static String render(Path file, String title) throws IOException {
    Files.writeString(file, "<h1>" + title + "</h1>"); // safe: named after the request
    return Files.readString(file);
  }
}
