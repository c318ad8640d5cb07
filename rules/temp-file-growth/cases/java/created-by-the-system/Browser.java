package measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class Browser {
  private Browser() {}

  static void save(String address, Path target) throws IOException, InterruptedException {
    new ProcessBuilder("curl", "-o", target.toString(), address).start().waitFor();
  }

  static long measure(String address) throws IOException, InterruptedException {
    Path page = Files.createTempFile("page", ".html"); // fixed: deleted on every way out
    try {
      save(address, page);
      return Files.size(page);
    } finally {
      Files.deleteIfExists(page); // safe: the invocation's own file
    }
  }
}
