package tables;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

final class Tables {
  private static final Path FOLDER = Path.of("/tmp/tables");
  private static final Path WHOLE = Path.of("/tmp/tables-whole");

  private Tables() {}

  static Path ensure() throws IOException {
    if (!Files.exists(FOLDER)) {
      Files.createDirectories(FOLDER);
      fill(FOLDER);
    }
    return FOLDER;
  }

  static Path ensureWhole() throws IOException {
    if (Files.exists(WHOLE)) return WHOLE; // safe: the name appears only when everything is in it
    Path part = Files.createTempDirectory("tables");
    fill(part);
    try {
      Files.move(part, WHOLE); // fixed: renamed into place
    } catch (FileSystemException another) {
      return WHOLE;
    }
    return WHOLE;
  }

  static String lookUp(Path folder, String item) throws IOException {
    return valueIn(folder.resolve("prices.csv"), item) + " " + valueIn(folder.resolve("taxes.csv"), item);
  }

  private static void fill(Path folder) throws IOException {
    Files.writeString(folder.resolve("prices.csv"), "tea=3\ncoffee=4"); // expect: temp-path-toctou error
    Files.writeString(folder.resolve("taxes.csv"), "tea=1\ncoffee=2"); // expect: temp-path-toctou error
  }

  private static String valueIn(Path table, String item) throws IOException {
    return Files.readString(table).lines().filter((line) -> line.startsWith(item + "=")).findFirst().orElse("none");
  }
}
