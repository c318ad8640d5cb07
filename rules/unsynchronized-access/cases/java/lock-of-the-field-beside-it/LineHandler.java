package lines;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeSet;

public class LineHandler implements RequestHandler<Map<String, String>, Integer> {
  private final Object lock = new Object();
  private final Deque<String> latest = new ArrayDeque<>();
  private final TreeSet<String> levels = new TreeSet<>();

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    String level = event.containsKey("error") ? "error" : "info";
    int kept;
    synchronized (lock) {
      latest.addLast(level); // safe: every access to `latest` holds the lock
      if (latest.size() > 20) {
        latest.removeFirst();
      }
      kept = latest.size();
    }
    levels.add(level); // expect: unsynchronized-access error
    return kept;
  }
}
