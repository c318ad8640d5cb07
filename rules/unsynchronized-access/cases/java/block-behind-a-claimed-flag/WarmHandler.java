package warm;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class WarmHandler implements RequestHandler<Map<String, String>, String> {
  private final Warmup warmup = new Warmup();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    warmup.once();
    warmup.perhapsTwice();
    return "ready";
  }
}
