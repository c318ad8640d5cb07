package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class PriceHandler implements RequestHandler<Map<String, String>, Map<String, String>> {
  private final Headers headers = new Headers("Root=");

  // entry: PriceHandler::handleRequest
  @Override
  public Map<String, String> handleRequest(Map<String, String> event, Context context) {
    return headers.traced();
  }

  // entry: PriceHandler::careful
  public Map<String, String> careful(Map<String, String> event, Context context) {
    String request = context.getAwsRequestId(); // fixed: what the context of the invocation knows
    return Map.of("X-Request-Id", request, "User-Agent", headers.agent().get("User-Agent"));
  }
}
