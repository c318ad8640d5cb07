package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.List;
import java.util.Map;

public class OrderHandlerFixed implements RequestHandler<Map<String, String>, List<String>> {
  private final OrderService service = new OrderService(new OrderDao());

  @Override
  public List<String> handleRequest(Map<String, String> event, Context context) {
    return service.openOrdersOf(event.get("tenantId"));
  }
}
