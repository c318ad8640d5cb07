package stock;

class Stock {
  private int level;

  Stock(int level) {
    this.level = level;
  }

  synchronized int level() {
    return level;
  }

  synchronized void setLevel(int level) {
    this.level = level; // expect: inconsistent-lock error
  }
}
