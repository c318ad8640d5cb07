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
    Files.writeString(path, rows); // misses: shared-temp-path error a path kept in a field of an object that the invocation made
    return Files.size(path);
  }
}
