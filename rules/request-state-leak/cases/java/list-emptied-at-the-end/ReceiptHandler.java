package receipts;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.List;
import java.util.Map;

public class ReceiptHandler implements RequestHandler<Map<String, String>, List<String>> {
  private static final Lines SHARED = new Lines();

  @Override
  public List<String> handleRequest(Map<String, String> event, Context context) {
    Lines own = new Lines(); // fixed: lines of the invocation
    try {
      for (String article : event.get("articles").split(",")) {
        SHARED.add(article);
        own.add(article);
      }
      return own.all().isEmpty() ? own.all() : SHARED.all();
    } finally {
      SHARED.clear();
    }
  }
}
