import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;

public class TraceHandler implements RequestHandler<Map<String, String>, String> {
  private static final Logger LOG = LogManager.getLogger(TraceHandler.class);

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    ThreadContext.clearMap(); // fixed: what the request before has left on this thread is gone
    attachTrace(event);
    LOG.info("received");
    attach("client", event.get("client"));
    LOG.info("done");
    return event.get("client");
  }

  private static void attachTrace(Map<String, String> event) {
    if (event.containsKey("trace")) {
      attach("trace", event.get("trace"));
    }
  }

  private static void attach(String key, String value) {
    ThreadContext.put(key, value); // safe: whether it is set or not, the map was empty at the start
  }
}
