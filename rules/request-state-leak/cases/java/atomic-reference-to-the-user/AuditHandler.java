package audit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class AuditHandler implements RequestHandler<Map<String, String>, String> {
  private final AuditTrail trail = new AuditTrail();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    trail.setUser(event.get("user"));
    return trail.describe("login");
  }
}
