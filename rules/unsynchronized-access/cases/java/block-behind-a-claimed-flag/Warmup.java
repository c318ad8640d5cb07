package warm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

class Warmup {
  private final AtomicBoolean claimed = new AtomicBoolean();
  private final AtomicBoolean looked = new AtomicBoolean();
  private final List<String> steps = new ArrayList<>();
  private final List<String> marks = new ArrayList<>();

  void once() {
    if (!claimed.compareAndSet(false, true)) {
      return;
    }
    steps.add("tables"); // safe: one invocation only gets here
    steps.add("clients");
  }

  void perhapsTwice() {
    if (!looked.get()) {
      looked.set(true); // expect: unsafe-lazy-init note
      marks.add("tables"); // expect: unsynchronized-access error
    }
  }
}
