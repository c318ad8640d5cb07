package rates;

import java.util.Map;

class RateTable {
  private Map<String, Double> rates;
  private final Prices prices;
  private Map<String, Double> fees;

  RateTable(Prices prices) {
    this.prices = prices;
  }

  private synchronized void load() {
    if (rates == null) {
      rates = Map.of("EUR", 1.0, "CHF", 0.95);
    }
  }

  // safe: `load` has looked under the lock, on every way to here.
  double rateOf(String currency) {
    load();
    return rates.get(currency);
  }

  synchronized void forgetFees() {
    fees = null;
  }

  double feeOf(String currency) {
    synchronized (this) {
      if (fees == null) {
        fees = prices.feesOfToday();
      }
    }
    return fees.get(currency); // expect: inconsistent-lock
  }

  // fixed: the table is taken out while the lock is held.
  double feeOfFixed(String currency) {
    Map<String, Double> table;
    synchronized (this) {
      if (fees == null) {
        fees = prices.feesOfToday();
      }
      table = fees;
    }
    return table.get(currency);
  }
}
