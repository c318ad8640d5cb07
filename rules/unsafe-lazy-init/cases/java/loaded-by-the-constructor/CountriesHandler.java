package rates;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class CountriesHandler implements RequestHandler<Map<String, String>, String> {
  private Map<String, String> names;

  public CountriesHandler() {
    load();
  }

  private void load() {
    if (names == null) {
      names = Map.of("DE", "Germany"); // safe: called from the constructor only
    }
  }

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    return names.get("DE");
  }
}
