package slots;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

public class SlotsHandler implements RequestHandler<Map<String, String>, String> {
  private static final String[] REGIONS = {"eu-west-1", "us-east-1"};
  private final Histogram histogram = new Histogram();
  private final AtomicLongArray totals = new AtomicLongArray(24);

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    int hour = Integer.parseInt(event.get("hour"));
    histogram.mark(hour, System.currentTimeMillis());
    totals.incrementAndGet(hour); // fixed: elements that are changed atomically
    long[] own = new long[24];
    own[hour] = totals.get(hour); // safe: the array of one invocation
    return REGIONS[hour % REGIONS.length] + histogram.latest(hour) + own[hour]; // safe: a table that nobody changes
  }
}
