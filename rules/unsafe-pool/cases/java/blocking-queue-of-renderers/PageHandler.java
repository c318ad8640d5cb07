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
      page.setLength(0); // safe: whoever took it is alone with it
      return page.append(event.get("title")).toString();
    } finally {
      free.add(page); // noise: lost-update error putting back what was taken is no write of a stale value
    }
  }
}
