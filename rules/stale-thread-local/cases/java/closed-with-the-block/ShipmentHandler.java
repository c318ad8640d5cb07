package shipments;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import org.apache.logging.log4j.CloseableThreadContext;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

public class ShipmentHandler implements RequestHandler<Map<String, String>, String> {
  private static final Logger LOG = LogManager.getLogger(ShipmentHandler.class);

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    LOG.info("shipment received");
    CloseableThreadContext.put("carrier", event.get("carrier")); // expect: stale-thread-local warning
    try (CloseableThreadContext.Instance scope = CloseableThreadContext.put("parcel", event.get("parcel")) // fixed: closed at the end of the block
        .put("weight", event.get("weight"))) {
      LOG.info("shipping");
      return event.get("parcel");
    }
  }
}
