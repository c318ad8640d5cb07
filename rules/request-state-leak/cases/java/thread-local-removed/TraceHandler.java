package audit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class TraceHandler implements RequestHandler<Map<String, String>, String> {
  private static final ThreadLocal<String> CORRELATION = new ThreadLocal<>();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    CORRELATION.set(event.get("correlationId")); // safe: every overlapping invocation has its own thread
    try {
      return describe();
    } finally {
      CORRELATION.remove();
    }
  }

  private String describe() {
    return "handled " + CORRELATION.get();
  }
}
