package invoices;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class InvoiceHandler implements RequestHandler<Map<String, String>, String> {
  private final InvoiceNumbers numbers = new InvoiceNumbers();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    CurrentRequest.begin(event);
    try {
      return numbers.next();
    } finally {
      CurrentRequest.end();
    }
  }
}
