package pages;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

public class CarefulPageHandler implements RequestHandler<Map<String, String>, String> {
  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    try {
      Path own = Files.createTempFile("page", ".html");
      String page = Scratch.render(own, event.get("title"));
      Files.delete(own); // fixed: only what this invocation made
      return page;
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
