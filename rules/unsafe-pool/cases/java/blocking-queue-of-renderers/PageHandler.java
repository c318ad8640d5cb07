package render;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

public class PageHandler implements RequestHandler<Map<String, String>, String> {
  private final BlockingQueue<StringBuilder> free = new ArrayBlockingQueue<>(2);

  public PageHandler() {
    free.add(new StringBuilder());
    free.add(new StringBuilder());
  }

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    StringBuilder page;
    try {
      page = free.take(); // fixed: `take` looks and removes in one step
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    try {
      page.setLength(0); // safe: whoever took it from the queue is alone with it
      return page.append(event.get("title")).toString();
    } finally {
      free.add(page); // safe: what was taken is put back
    }
  }
}
