package shop;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class Rates {
  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
  private volatile Map<String, Double> table = Map.of("EUR", 1.0);
  private volatile long fetchedAt = System.currentTimeMillis();

  Rates() {
    scheduler.scheduleAtFixedRate(this::fetch, 1, 15, TimeUnit.MINUTES); // expect: background-timer note
  }

  double of(String currency) {
    return table.getOrDefault(currency, 1.0);
  }

  long age() {
    return System.currentTimeMillis() - fetchedAt;
  }

  private void fetch() {
    table = Map.of("EUR", 1.0, "USD", Math.random());
    fetchedAt = System.currentTimeMillis();
  }
}
