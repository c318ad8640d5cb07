package products;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class ProductHandler implements RequestHandler<Map<String, String>, String> {
  private final ProductCatalogue catalogue = new ProductCatalogue();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    return catalogue.describe(event.get("sku"));
  }
}
