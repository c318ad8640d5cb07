package pages;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

public class PageHandlerFixed implements RequestHandler<Map<String, String>, String> {
  private final Renderer renderer = new Renderer();
  private final Summary summary = new Summary();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    try {
      return renderer.render(event.get("title")) + summary.writeAndRead(event.get("text"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
