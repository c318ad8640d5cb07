package cache;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

public class CacheHandler implements RequestHandler<String, String> {
  private final Prices prices = new Prices();

  @Override
  public String handleRequest(String sku, Context context) {
    return prices.of(sku);
  }
}
