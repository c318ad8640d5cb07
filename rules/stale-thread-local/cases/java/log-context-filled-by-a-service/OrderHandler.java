package orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class OrderHandler implements RequestHandler<Map<String, String>, String> {
  private static final Logger LOG = LoggerFactory.getLogger(OrderHandler.class);

  private final PaymentService payments = new PaymentService();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    LOG.info("order received");
    return payments.pay(event.get("order"), event.get("customer"));
  }
}
