package orders;

import java.util.ArrayList;
import java.util.List;

class OrderBook {
  private final List<String> orders = new ArrayList<>();
  private final List<String> express = new ArrayList<>();

  synchronized void take() {
    append("order");
    appendExpress("late");
  }

  void takeExpress() {
    append("express");
    synchronized (this) {
      appendExpress("early");
    }
  }

  private void append(String order) {
    orders.add(order); // expect: inconsistent-lock error
  }

  private void appendExpress(String order) {
    express.add(order); // fixed: whoever calls this holds the lock
  }

  synchronized int size() {
    return orders.size() + express.size(); // safe: the same monitor as in the writers
  }
}
