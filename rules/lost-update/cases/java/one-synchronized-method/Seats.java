package stock;

class Seats {
  private int free = 100;

  synchronized boolean reserve() {
    if (free == 0) {
      return false;
    }
    free = free - 1; // fixed: the check and the write hold the same lock throughout
    return true;
  }
}
