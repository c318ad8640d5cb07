import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class TenantHandler implements RequestHandler<Map<String, String>, String> {
  private final Prices prices = new Prices();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    return prices.of(event.get("tenant"), event.get("item")) + " " + prices.table();
  }
}
