package export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class Disk {
  private final Path root = Path.of("/tmp");

  long free() throws IOException {
    return Files.getFileStore(root).getUsableSpace();
  }

  void demand(long bytes) {
    try {
      if (free() < bytes) throw new IOException("full");
    } catch (IOException e) {
      Runtime.getRuntime().halt(3); // expect: process-exit error
    }
  }

  // fixed: this invocation fails, and nobody else
  void require(long bytes) {
    try {
      if (free() < bytes) throw new IOException("full");
    } catch (IOException e) {
      throw new IllegalStateException("no room for " + bytes, e);
    }
  }
}
