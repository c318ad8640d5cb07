package notifications;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;

public class NotificationHandler implements RequestHandler<Map<String, String>, String> {
  private static final Logger LOG = LogManager.getLogger(NotificationHandler.class);

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    ThreadContext.clearMap();
    LOG.info("notification received");
    ThreadContext.put("notification", event.get("id")); // safe: the next invocation clears the map before it logs
    LOG.info("sent");
    return event.get("id");
  }
}
