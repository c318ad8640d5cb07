package pages;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

public class PageHandler implements RequestHandler<Map<String, String>, String> {
  private final Summary summary = new Summary();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    try {
      summary.write(event.get("text"));
      return summary.read();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
