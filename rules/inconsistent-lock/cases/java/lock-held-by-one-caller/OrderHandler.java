package orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class OrderHandler implements RequestHandler<Map<String, String>, Integer> {
  private final OrderBook book = new OrderBook();

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    if (event.containsKey("express")) {
      book.takeExpress();
    } else {
      book.take();
    }
    return book.size();
  }
}
