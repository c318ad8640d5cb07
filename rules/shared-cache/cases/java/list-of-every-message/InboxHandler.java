package inbox;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

public class InboxHandler implements RequestHandler<Map<String, String>, Integer> {
  private final Queue<String> messages = new ConcurrentLinkedQueue<>();
  private final Queue<String> latest = new ConcurrentLinkedQueue<>();

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    messages.add(event.get("message")); // expect: shared-cache warning
    latest.add(event.get("message")); // safe: drained when it is too long
    while (latest.size() > 20) {
      latest.poll();
    }
    return messages.size();
  }
}
