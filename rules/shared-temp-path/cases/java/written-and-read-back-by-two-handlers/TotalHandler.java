package totals;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

public class TotalHandler implements RequestHandler<Map<String, String>, String> {
  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    try {
      return event.get("customer") + " " + new Ledger(Path.of("/tmp", "prices.csv")).totalOf(event.get("prices"));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
