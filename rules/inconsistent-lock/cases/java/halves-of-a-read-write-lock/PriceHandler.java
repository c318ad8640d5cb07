package prices;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class PriceHandler implements RequestHandler<Map<String, String>, Double> {
  private final PriceTable table = new PriceTable();

  @Override
  public Double handleRequest(Map<String, String> event, Context context) {
    table.change("tea", 2.5);
    return table.price("tea") + table.visits();
  }
}
