package orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class OrderHandler implements RequestHandler<Map<String, String>, String> {
  private final OrderRepository orders = new OrderRepository();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    if (event.containsKey("tenant")) {
      TenantContext.set(event.get("tenant"));
    }
    return orders.tableFor(event.get("order"));
  }
}
