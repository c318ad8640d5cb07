package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class OrderHandler implements RequestHandler<Map<String, String>, String> {
  private final Receipts receipts = new Receipts();

  @Override
  public String handleRequest(Map<String, String> order, Context context) {
    return receipts.of(order.get("id"));
  }
}
