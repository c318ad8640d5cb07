package breakers;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

class Breakers {
  private final Map<String, String> open = Collections.synchronizedMap(new HashMap<>());
  private final Map<String, String> tripped = new ConcurrentHashMap<>();

  void report(boolean failed) {
    if (failed) {
      open.put("payments", "open");
      tripped.put("payments", "tripped");
    } else {
      open.remove("payments");
      tripped.remove("payments");
    }
  }

  Collection<String> open() {
    return Collections.unmodifiableCollection(open.values());
  }

  Collection<String> tripped() {
    return tripped.values();
  }
}
