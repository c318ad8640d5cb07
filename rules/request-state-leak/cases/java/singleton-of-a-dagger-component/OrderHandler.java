package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class OrderHandler implements RequestHandler<Map<String, String>, String> {
  private final ShopComponent component = DaggerShopComponent.create();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    Draft draft = component.draft();
    draft.setText(event.get("text"));
    component.desk().setCustomer(event.get("customer"));
    return component.desk().customer() + draft.text();
  }
}
