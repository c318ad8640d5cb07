package receipts;

import java.util.ArrayList;
import java.util.List;

class Lines {
  private final List<String> lines = new ArrayList<>();

  synchronized void add(String line) {
    lines.add(line); // expect: request-state-leak error
  }

  synchronized List<String> all() {
    return List.copyOf(lines); // safe: a copy, made while the lock is held
  }

  synchronized void clear() {
    lines.clear();
  }
}
