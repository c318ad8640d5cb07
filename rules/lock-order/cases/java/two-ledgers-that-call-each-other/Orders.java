package shop;

class Orders {
  private final Stock stock;
  private int open;

  Orders(Stock stock) {
    this.stock = stock;
  }

  synchronized void place() {
    open++;
    stock.reserve();
  }

  synchronized int open() { // expect: lock-order error
    return open;
  }

  void cancel() {
    synchronized (this) {
      open--;
    }
    stock.giveBack(); // fixed: the own lock is given back before the other one is taken
  }
}
