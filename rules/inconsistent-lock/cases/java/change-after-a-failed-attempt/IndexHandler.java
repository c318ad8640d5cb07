package index;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

public class IndexHandler implements RequestHandler<Map<String, String>, Integer> {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<String> lines = new ArrayList<>();
  private final List<String> spare = new ArrayList<>();

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    if (lock.tryLock()) {
      try {
        lines.add("line");
      } finally {
        lock.unlock();
      }
    } else {
      lines.add("late line"); // expect: inconsistent-lock error
    }
    try {
      return later();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private int later() throws InterruptedException {
    if (!lock.tryLock(100, TimeUnit.MILLISECONDS)) {
      return -1;
    }
    try {
      spare.add("line"); // fixed: who does not get the lock leaves
      return spare.size(); // safe: still under the lock
    } finally {
      lock.unlock();
    }
  }
}
