package model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

final class ModelFile {
  private static final Path MODEL = Path.of("/tmp/model.bin");
  private static final Path WHOLE = Path.of("/tmp/model-whole.bin");

  private ModelFile() {}

  static long unpack() throws IOException {
    if (!Files.exists(MODEL)) {
      try (InputStream packed = ModelFile.class.getResourceAsStream("/model.bin")) {
        Files.copy(packed, MODEL); // expect: temp-path-toctou error
      }
    }
    return Files.size(MODEL);
  }

  static long unpackWhole() throws IOException {
    if (!Files.exists(WHOLE)) { // safe: the name appears only when the file is complete
      Path part = Files.createTempFile("model", ".part");
      try (InputStream packed = ModelFile.class.getResourceAsStream("/model.bin")) {
        Files.copy(packed, part, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(part, WHOLE, StandardCopyOption.ATOMIC_MOVE); // fixed: renamed into place
    }
    return Files.size(WHOLE);
  }
}
