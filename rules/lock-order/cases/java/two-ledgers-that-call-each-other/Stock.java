package shop;

class Stock {
  private int left = 100;

  synchronized void reserve() {
    left--;
  }

  synchronized void giveBack() {
    left++;
    check(); // safe: this thread has the lock already
  }

  private synchronized void check() {
    left = Math.min(left, 100);
  }

  synchronized int report(Orders orders) {
    return left + orders.open();
  }
}
