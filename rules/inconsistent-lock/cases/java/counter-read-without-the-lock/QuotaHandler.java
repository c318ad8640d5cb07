package quota;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class QuotaHandler implements RequestHandler<Map<String, String>, Integer> {
  private final Quota quota = new Quota();

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    quota.use(event.containsKey("batch") ? 10 : 1);
    if (event.containsKey("reset")) {
      quota.reset();
    }
    return quota.used() + quota.limit() + quota.exactlyUsed();
  }
}
