package orders;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class RecentOrders {
  private static final int KEPT = 100;
  private final List<String> totals = Collections.synchronizedList(new ArrayList<>());
  private final List<String> regions = Collections.synchronizedList(new ArrayList<>());
  private final List<String> stores = Collections.synchronizedList(new ArrayList<>());

  void remember(int total) {
    totals.add(total > 1000 ? "large" : "small");
    regions.add("eu");
    stores.add("web");
    if (totals.size() > KEPT) {
      totals.remove(0);
      regions.remove(0);
      stores.remove(0);
    }
  }

  int largeOnes() {
    int count = 0;
    for (String total : totals) { // expect: unsafe-iteration error
      if (total.equals("large")) {
        count++;
      }
    }
    return count;
  }

  int europeanOnes() {
    int count = 0;
    synchronized (regions) {
      for (String region : regions) { // fixed: every call of the list takes this monitor
        if (region.equals("eu")) {
          count++;
        }
      }
    }
    return count;
  }

  List<String> stores() {
    return new ArrayList<>(stores); // safe: copied by one call of the list, under its monitor
  }
}
