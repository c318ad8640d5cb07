package export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class CsvFile {
  private final Path path;

  CsvFile(String folder, String name) {
    this.path = Path.of(folder, name + ".csv");
  }

  long write(String rows) throws IOException {
    Files.writeString(path, rows); // expect: shared-temp-path error
    return Files.size(path);
  }
}
