package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class ShopHandler implements RequestHandler<Map<String, String>, Integer> {
  private final Stock stock = new Stock();
  private final Orders orders = new Orders(stock);

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    if (event.containsKey("report")) {
      return stock.report(orders);
    }
    if (event.containsKey("cancel")) {
      orders.cancel();
    } else {
      orders.place();
    }
    return 0;
  }
}
