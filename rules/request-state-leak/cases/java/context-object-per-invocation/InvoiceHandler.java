package billing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class InvoiceHandler implements RequestHandler<Map<String, String>, String> {
  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    InvoiceBuilder invoice = new InvoiceBuilder();
    invoice.setCustomer(event.get("customer"));
    return invoice.render();
  }
}
