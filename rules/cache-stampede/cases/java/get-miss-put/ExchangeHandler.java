package exchange;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class ExchangeHandler implements RequestHandler<Map<String, String>, String> {
  private final RateCache rates = new RateCache();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    rates.evictOld();
    return rates.rate(event.get("currency"));
  }
}
