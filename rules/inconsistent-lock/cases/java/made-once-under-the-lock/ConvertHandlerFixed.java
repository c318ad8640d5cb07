package rates;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.List;
import java.util.Map;

public class ConvertHandlerFixed implements RequestHandler<Map<String, String>, Double> {
  private final RateTable table = new RateTable(new Prices());
  private final Lazy<List<String>> closed = new Lazy<>(() -> List.of("RUB"));

  @Override
  public Double handleRequest(Map<String, String> event, Context context) {
    String currency = event.get("currency");
    if (closed.get().contains(currency)) {
      return 0.0;
    }
    if (event.containsKey("refresh")) {
      table.forgetFees();
    }
    return table.rateOf(currency) + table.feeOfFixed(currency);
  }
}
