package members;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

/** Runs every request with an empty context. */
public abstract class BaseHandler implements RequestHandler<Map<String, String>, String> {
  @Override
  public final String handleRequest(Map<String, String> event, Context context) {
    try {
      return handle(event);
    } finally {
      CallContext.clear();
    }
  }

  protected abstract String handle(Map<String, String> event);
}
