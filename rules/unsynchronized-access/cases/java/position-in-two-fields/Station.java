package fleet;

import java.util.concurrent.ThreadLocalRandom;

class Station {
  record Fix(double latitude, double longitude) {
  }

  Fix locate() {
    return new Fix(ThreadLocalRandom.current().nextDouble(), ThreadLocalRandom.current().nextDouble());
  }

  int[] range() {
    return new int[] { ThreadLocalRandom.current().nextInt(10), 20 };
  }
}
