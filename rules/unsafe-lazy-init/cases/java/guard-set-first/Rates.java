package rates;

import java.util.Map;

class Rates {
  private boolean loaded;
  private Map<String, Double> table;

  void ensureLoaded() {
    if (!loaded) {
      loaded = true; // expect: unsafe-lazy-init error
      table = Map.of("EUR", 1.0, "USD", 1.1); // safe: part of the finding at the guard
    }
  }

  double euro() {
    return table.get("EUR");
  }
}
