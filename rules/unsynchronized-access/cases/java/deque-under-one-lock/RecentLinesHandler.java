package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

public class RecentLinesHandler implements RequestHandler<Map<String, String>, Integer> {
  private final Deque<String> lines = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    lock.lock();
    try {
      lines.addLast("order accepted"); // fixed: every access holds the same lock
      if (lines.size() > 50) {
        lines.removeFirst();
      }
      return lines.size();
    } finally {
      lock.unlock();
    }
  }
}
