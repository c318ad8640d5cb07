package quota;

class Quota {
  private int used;
  private int refused;
  private volatile int limit = 1000;

  synchronized void use(int units) {
    used += units;
    refused += used > limit ? 1 : 0;
    limit = used > 900 ? 1100 : 1000;
  }

  void reset() {
    refused = 0; // expect: inconsistent-lock error
  }

  int used() {
    return used; // expect: inconsistent-lock warning
  }

  int limit() {
    return limit; // safe: volatile, and the newest value is all that is asked for
  }

  synchronized int exactlyUsed() {
    return used + refused; // fixed: read under the lock of the writers
  }
}
