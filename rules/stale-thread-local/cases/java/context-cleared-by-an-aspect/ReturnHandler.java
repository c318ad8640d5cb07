package refunds;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.lambda.powertools.logging.Logging;

public class ReturnHandler implements RequestHandler<Map<String, String>, String> {
  private static final Logger LOG = LoggerFactory.getLogger(ReturnHandler.class);

  @Override
  @Logging
  public String handleRequest(Map<String, String> event, Context context) {
    LOG.info("return received");
    MDC.put("parcel", event.get("parcel")); // expect: stale-thread-local warning
    return event.get("parcel");
  }
}
