package templates;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

public class TemplatesHandler implements RequestHandler<Map<String, String>, Integer> {
  private static final Path FOLDER = Path.of("/tmp/templates");

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    try {
      if (Files.notExists(FOLDER)) {
        Files.createDirectories(FOLDER);
        for (String name : List.of("mail.html", "page.html")) {
          Files.writeString(FOLDER.resolve(name), "<html>"); // expect: temp-path-toctou error
        }
      }
      Files.createDirectories(Path.of("/tmp/out")); // safe: does nothing when it is there
      return Files.readString(FOLDER.resolve("page.html")).length();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
