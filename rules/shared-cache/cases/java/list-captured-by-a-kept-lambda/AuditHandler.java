import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

public class AuditHandler implements RequestHandler<Map<String, String>, String> {
  private Function<String, List<String>> trail;

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    if (trail == null) {
      trail = Trails.remembering(); // expect: unsafe-lazy-init warning
    }
    Function<String, List<String>> own = Trails.collecting(); // safe: the list belongs to this invocation
    own.apply(event.get("user"));
    return String.join(", ", trail.apply(event.get("user"))) + own.apply(event.get("action"));
  }
}
