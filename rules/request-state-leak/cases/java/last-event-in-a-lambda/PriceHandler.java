package prices;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

public class PriceHandler implements RequestHandler<Map<String, String>, List<String>> {
  private static final List<String> SKUS = List.of("tea", "coffee");
  private static String currency = "EUR";

  private final UnaryOperator<String> label = sku -> sku + " in " + currency;

  @Override
  public List<String> handleRequest(Map<String, String> event, Context context) {
    currency = event.get("currency"); // expect: request-state-leak error
    return SKUS.stream().map(label).toList();
  }
}
