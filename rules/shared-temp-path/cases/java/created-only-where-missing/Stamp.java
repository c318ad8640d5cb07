package markers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

final class Stamp {
  private static final Path STAMP = Path.of("/tmp/stamp");

  private Stamp() {}

  /** Two that find nothing both try to make it, and one of them is told that it is there. */
  static void once(String text) throws IOException {
    if (Files.exists(STAMP)) return;
    try (OutputStream out = Files.newOutputStream(STAMP, StandardOpenOption.CREATE_NEW)) { // expect: temp-path-toctou error
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
