package tokens;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.ssm.SsmClient;

public class TokenHandler implements RequestHandler<Map<String, String>, String> {
  private static final SsmClient SSM = SsmClient.create();
  private final Map<String, String> tokens = new HashMap<>();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    String scope = "admin".equals(event.get("role")) ? "write" : "read";
    synchronized (tokens) {
      String token = tokens.get(scope);
      if (token == null) {
        token = SSM.getParameter(request -> request.name("/tokens")).parameter().value();
        tokens.put(scope, token); // safe: look-up and store hold one lock
      }
      return token;
    }
  }
}
