package audit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class AuditHandler implements RequestHandler<Map<String, String>, String> {
  private final Trail trail = new Trail();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    trail.add(event.get("action"));
    synchronized (trail.lock) {
      trail.flush(); // fixed: the caller holds the lock that the callee needs
    }
    return trail.size() + " " + trail.name();
  }
}
