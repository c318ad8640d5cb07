package exchange;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.ssm.SsmClient;

public class QuoteHandler implements RequestHandler<Map<String, String>, String> {
  private static final SsmClient SSM = SsmClient.create();
  private final Map<String, String> quotes = new ConcurrentHashMap<>();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    if (quotes.size() > 500) {
      quotes.clear();
    }
    return quotes.computeIfAbsent(event.get("symbol"), QuoteHandler::load); // fixed: one caller loads, the others wait
  }

  private static String load(String symbol) {
    return SSM.getParameter(request -> request.name("/quotes/" + symbol)).parameter().value();
  }
}
