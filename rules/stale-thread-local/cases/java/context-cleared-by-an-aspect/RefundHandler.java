package refunds;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.lambda.powertools.logging.Logging;

public class RefundHandler implements RequestHandler<Map<String, String>, String> {
  private static final Logger LOG = LoggerFactory.getLogger(RefundHandler.class);

  @Override
  @Logging(clearState = true)
  public String handleRequest(Map<String, String> event, Context context) {
    LOG.info("refund received");
    MDC.put("order", event.get("order")); // safe: the aspect clears the context when the handler is left
    LOG.info("refunded");
    return event.get("order");
  }
}
