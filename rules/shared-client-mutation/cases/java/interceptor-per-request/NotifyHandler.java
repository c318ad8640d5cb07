package notify;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class NotifyHandler implements RequestHandler<Map<String, String>, String> {
  private final Gateway gateway = new Gateway();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    gateway.identify(event.get("tenant"));
    return gateway.send(event.get("text"));
  }
}
