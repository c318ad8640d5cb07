package fleet;

class Depot {
  private volatile Station.Fix fix = new Station.Fix(0, 0);
  private int lower;
  private int upper;

  void move(Station.Fix to) {
    fix = to; // fixed: one object that never changes, replaced in one step
  }

  Station.Fix fix() {
    return fix;
  }

  synchronized void limit(int[] range) {
    lower = range[0]; // safe: one lock around both writes and around both reads
    upper = range[1];
  }

  synchronized int width() {
    return upper - lower;
  }
}
