package customers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class CustomerHandler implements RequestHandler<Map<String, String>, String> {
  private final Customers customers = new Customers();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    String id = event.get("id");
    return customers.settings() + (customers.exists(id) + customers.existsBeside(id));
  }
}
