package rates;

import java.util.HashMap;
import java.util.Map;

final class Tariff {
  private final Map<String, String> prices;

  private Tariff(Builder builder) {
    prices = Map.copyOf(builder.prices); // fixed: a copy that nobody can change
  }

  String of(String name) {
    return prices.get(name);
  }

  static final class Builder {
    private final Map<String, String> prices = new HashMap<>();

    Builder with(String name, String price) {
      prices.put(name, price); // safe: a builder that only initialisation uses
      return this;
    }

    Tariff build() {
      return new Tariff(this);
    }
  }
}
