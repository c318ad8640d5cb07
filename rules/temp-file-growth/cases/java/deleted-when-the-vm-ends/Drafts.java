import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class Drafts {
  long check(String invoice) throws IOException {
    Path folder = Files.createTempDirectory("draft");
    Path draft = folder.resolve("draft.txt");
    try {
      Files.writeString(draft, invoice); // fixed: deleted on every way out
      return Files.size(draft);
    } finally {
      Files.deleteIfExists(draft);
      Files.delete(folder);
    }
  }

  long again(Path folder, String invoice) throws IOException {
    Path named = folder.resolve("draft.txt");
    Files.writeString(named, invoice); // safe: nothing is known of the folder
    return Files.size(named);
  }
}
