package tickets;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

public class TicketHandler implements RequestHandler<Map<String, String>, Integer> {
  private final AtomicInteger free = new AtomicInteger(100);

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    int left;
    do {
      left = free.get();
      if (left == 0) {
        return -1;
      }
    } while (!free.compareAndSet(left, left - 1)); // safe: tried again when another came in between
    return left;
  }
}
