package stats;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

public class CounterHandler implements RequestHandler<Map<String, String>, Long> {
  private static int served;
  private static volatile long failed;
  private static final AtomicLong RETRIED = new AtomicLong();

  @Override
  public Long handleRequest(Map<String, String> event, Context context) {
    served++; // expect: lost-update error
    if (event.isEmpty()) {
      failed += 1; // expect: lost-update error
    }
    RETRIED.incrementAndGet(); // fixed: one atomic operation
    return served + failed + RETRIED.get();
  }
}
