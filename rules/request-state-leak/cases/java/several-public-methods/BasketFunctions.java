package basket;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.Map;

// entry: BasketFunctions
public class BasketFunctions {
  private Map<String, String> basket;

  public String put(Map<String, String> event, Context context) {
    this.basket = event; // expect: request-state-leak error
    return "stored";
  }

  public String show(Map<String, String> event, Context context) {
    return basket == null ? "empty" : basket.get("article");
  }

  public String price(Map<String, String> event, Context context) {
    return event.get("article") + " costs 3"; // fixed: what is asked for comes with the request
  }
}
