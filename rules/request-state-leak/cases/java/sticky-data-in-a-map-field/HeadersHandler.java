package headers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class HeadersHandler implements RequestHandler<Map<String, String>, Map<String, String>> {
  private final Map<String, String> headers = new ConcurrentHashMap<>();

  @Override
  public Map<String, String> handleRequest(Map<String, String> event, Context context) {
    // One fixed key: every request puts its own user where the others read it.
    headers.put("x-user", event.get("user")); // expect: request-state-leak error
    return Map.of("set-cookie", "user=" + headers.get("x-user"));
  }
}
