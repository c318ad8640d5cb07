package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

public class Orders implements RequestHandler<String, String> {
  @Override
  public String handleRequest(String order, Context context) {
    return order.trim();
  }
}
