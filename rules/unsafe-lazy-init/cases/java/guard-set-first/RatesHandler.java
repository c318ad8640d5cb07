package rates;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class RatesHandler implements RequestHandler<Map<String, String>, Double> {
  private final Rates rates = new Rates();

  @Override
  public Double handleRequest(Map<String, String> event, Context context) {
    rates.ensureLoaded();
    return rates.euro();
  }
}
