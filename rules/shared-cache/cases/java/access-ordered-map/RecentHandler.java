package products;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.LinkedHashMap;
import java.util.Map;

public class RecentHandler implements RequestHandler<Map<String, String>, String> {
  // In the order of access: each look-up moves the entry that it finds.
  private final Map<String, String> byUse = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, String> byInsertion = new LinkedHashMap<>();

  public RecentHandler() {
    byUse.put("tea", "Tea");
    byInsertion.put("tea", "Tea");
  }

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    String first = byInsertion.get(event.get("sku")); // safe: reading a map that nobody changes
    return first + byUse.get(event.get("sku")); // expect: shared-cache error
  }
}
