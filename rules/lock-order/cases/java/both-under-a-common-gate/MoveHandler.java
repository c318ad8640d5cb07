package moves;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

public class MoveHandler implements RequestHandler<Map<String, String>, Integer> {
  private final Object gate = new Object();
  private final ReentrantLock left = new ReentrantLock();
  private final ReentrantLock right = new ReentrantLock();
  private int moved;

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    synchronized (gate) {
      if (event.containsKey("back")) {
        back();
      } else {
        forth();
      }
      return moved;
    }
  }

  private void forth() {
    left.lock();
    try {
      right.lock(); // safe: one invocation at a time is behind the gate
      try {
        moved++;
      } finally {
        right.unlock();
      }
    } finally {
      left.unlock();
    }
  }

  private void back() {
    right.lock();
    try {
      left.lock();
      try {
        moved--;
      } finally {
        left.unlock();
      }
    } finally {
      right.unlock();
    }
  }
}
