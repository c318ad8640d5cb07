package audit;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.annotation.concurrent.GuardedBy;

class Trail {
  final Object lock = new Object();

  @GuardedBy("lock")
  private final Deque<String> actions = new ArrayDeque<>();

  @GuardedBy("console thread")
  private String name = "trail";

  void add(String action) {
    synchronized (actions) {
      actions.addLast(action); // expect: inconsistent-lock error
    }
  }

  void flush() {
    actions.clear(); // safe: called under the lock
  }

  int size() {
    synchronized (lock) {
      return actions.size(); // safe: under the lock
    }
  }

  String name() {
    return name; // safe: nobody changes it, whatever the declaration means
  }
}
