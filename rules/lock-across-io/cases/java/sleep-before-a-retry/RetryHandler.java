package retry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

public class RetryHandler implements RequestHandler<Map<String, String>, Integer> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int attempts;

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    try {
      return event.containsKey("wait") ? await() : attempt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private int attempt() throws InterruptedException {
    lock.lock();
    try {
      attempts++;
      pause();
      changed.signalAll();
      return attempts;
    } finally {
      lock.unlock();
    }
  }

  private void pause() throws InterruptedException {
    Thread.sleep(200); // expect: lock-across-io warning
  }

  private int await() throws InterruptedException {
    lock.lock();
    try {
      changed.await(); // safe: a condition gives the lock back while it waits
      return attempts;
    } finally {
      lock.unlock();
    }
  }
}
