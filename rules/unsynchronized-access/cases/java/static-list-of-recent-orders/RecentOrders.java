package shop;

import java.util.ArrayList;
import java.util.List;

final class RecentOrders {
  private static final List<String> LINES = new ArrayList<>();

  private RecentOrders() {}

  static int remember(String line) {
    LINES.add(line); // expect: unsynchronized-access error
    if (LINES.size() > 50) {
      LINES.remove(0);
    }
    return LINES.size();
  }
}
