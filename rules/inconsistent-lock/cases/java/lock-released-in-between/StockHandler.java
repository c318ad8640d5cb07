package stock;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class StockHandler implements RequestHandler<Map<String, String>, Integer> {
  private final Stock stock = new Stock(100);

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    int left = stock.level();
    stock.setLevel(left - 1);
    return left;
  }
}
