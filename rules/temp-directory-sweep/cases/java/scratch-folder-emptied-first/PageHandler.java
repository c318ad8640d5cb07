package pages;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.util.Map;

public class PageHandler implements RequestHandler<Map<String, String>, String> {
  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    try {
      Scratch.empty();
      return Scratch.render(Scratch.FOLDER.resolve(context.getAwsRequestId() + ".html"), event.get("title"));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
