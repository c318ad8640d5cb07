package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

public class PriceHandler implements RequestHandler<String, String> {
  private final Prices prices = new Prices(new Tokens());

  @Override
  public String handleRequest(String sku, Context context) {
    return prices.of(sku);
  }

  public String handleTimed(String sku, Context context) {
    return prices.withTimedToken(sku);
  }
}
