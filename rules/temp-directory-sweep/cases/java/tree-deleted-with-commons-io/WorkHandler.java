package clean;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.io.FileUtils;

public class WorkHandler implements RequestHandler<Map<String, String>, String> {
  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    try {
      FileUtils.cleanDirectory(Path.of("/tmp/work").toFile()); // expect: temp-directory-sweep error
      Path own = Files.createTempDirectory("work");
      try {
        Files.writeString(own.resolve("page.html"), event.get("page")); // safe: below a directory of its own
      } finally {
        FileUtils.deleteDirectory(own.toFile()); // fixed: only what this invocation made
      }
      return "done";
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
