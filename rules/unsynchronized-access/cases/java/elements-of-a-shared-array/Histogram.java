package slots;

class Histogram {
  private final long[] latest = new long[24];

  void mark(int hour, long time) {
    latest[hour] = time; // expect: unsynchronized-access note
  }

  long latest(int hour) {
    return latest[hour];
  }
}
