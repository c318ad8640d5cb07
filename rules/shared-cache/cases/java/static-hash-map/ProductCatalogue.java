package products;

import java.util.HashMap;
import java.util.Map;

class ProductCatalogue {
  private static final Map<String, String> DESCRIPTIONS = new HashMap<>();
  private static final Map<String, String> UNITS = new HashMap<>();

  static {
    UNITS.put("tea", "g"); // safe: filled before the first invocation
  }

  String describe(String sku) {
    DESCRIPTIONS.put(sku, sku + " per " + UNITS.get("tea")); // expect: shared-cache error
    return DESCRIPTIONS.get(sku);
  }
}
