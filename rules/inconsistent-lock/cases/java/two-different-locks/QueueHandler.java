package queue;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class QueueHandler implements RequestHandler<Map<String, String>, String> {
  private final JobQueue queue = new JobQueue();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    if ("enqueue".equals(event.get("action"))) {
      queue.enqueue("job");
      return "queued";
    }
    return queue.next();
  }
}
