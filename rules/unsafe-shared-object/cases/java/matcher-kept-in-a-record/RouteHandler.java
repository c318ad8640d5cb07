package routes;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class RouteHandler implements RequestHandler<Map<String, String>, Boolean> {
  private record Route(Pattern pattern, Matcher matcher) {}

  private static final Route ORDERS = new Route(Pattern.compile("/orders/\\d+"), Pattern.compile("/orders/\\d+").matcher(""));

  @Override
  public Boolean handleRequest(Map<String, String> event, Context context) {
    boolean own = ORDERS.pattern().matcher(event.get("path")).matches(); // safe: a matcher of the invocation
    return own && ORDERS.matcher().reset(event.get("path")).matches(); // expect: unsafe-shared-object error
  }
}
