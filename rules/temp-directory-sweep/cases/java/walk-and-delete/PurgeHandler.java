package purge;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

public class PurgeHandler implements RequestHandler<Map<String, String>, String> {
  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of("/tmp"), "*.pdf")) {
      for (Path entry : entries) {
        Files.deleteIfExists(entry); // expect: temp-directory-sweep error
      }
      Path own = Files.createTempFile("invoice", ".pdf");
      Files.delete(own); // safe: the file of this invocation
      return "purged";
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
