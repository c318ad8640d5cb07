package swap;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

public class SwapHandler implements RequestHandler<Map<String, String>, Integer> {
  private static final ReentrantLock PRICES = new ReentrantLock();
  private static final ReentrantLock RATES = new ReentrantLock();
  private static int swaps;

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    return event.containsKey("rates") ? fromRates() : fromPrices();
  }

  private int fromPrices() {
    PRICES.lock();
    try {
      RATES.lock();
      try {
        return swaps;
      } finally {
        RATES.unlock();
      }
    } finally {
      PRICES.unlock();
    }
  }

  private int fromRates() {
    RATES.lock();
    try {
      if (!PRICES.tryLock()) {
        return -1; // safe: who does not get the second lock gives the first one back
      }
      try {
        return ++swaps;
      } finally {
        PRICES.unlock();
      }
    } finally {
      RATES.unlock();
    }
  }
}
