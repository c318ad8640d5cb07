package overlap;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Stands for java.nio.file.Files in cases that are run: each operation waits for its turn first. */
public final class Files {
  private Files() {}

  public static boolean exists(Path path) {
    Host.gate();
    return java.nio.file.Files.exists(path);
  }

  public static Path createDirectories(Path path) throws IOException {
    Host.gate();
    return java.nio.file.Files.createDirectories(path);
  }

  public static Path createTempFile(String prefix, String suffix) throws IOException {
    Host.gate();
    return java.nio.file.Files.createTempFile(prefix, suffix);
  }

  public static Path createTempDirectory(String prefix) throws IOException {
    Host.gate();
    return java.nio.file.Files.createTempDirectory(prefix);
  }

  public static Path writeString(Path path, CharSequence text) throws IOException {
    Host.gate();
    return java.nio.file.Files.writeString(path, text);
  }

  public static String readString(Path path) throws IOException {
    Host.gate();
    return java.nio.file.Files.readString(path);
  }

  public static Stream<Path> list(Path folder) throws IOException {
    Host.gate();
    return java.nio.file.Files.list(folder);
  }

  public static Path move(Path from, Path to, CopyOption... options) throws IOException {
    Host.gate();
    return java.nio.file.Files.move(from, to, options);
  }

  public static void delete(Path path) throws IOException {
    Host.gate();
    java.nio.file.Files.delete(path);
  }

  public static boolean deleteIfExists(Path path) throws IOException {
    Host.gate();
    return java.nio.file.Files.deleteIfExists(path);
  }
}
