package shop;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class Notices {
  private final ExecutorService executor = Executors.newFixedThreadPool(8);

  void announce(List<String> orders) {
    for (String order : orders) {
      executor.submit(() -> send(order)); // expect: floating-work warning
    }
  }

  Future<?> later(String order) {
    return executor.submit(() -> send(order)); // safe: the caller gets it
  }

  void send(String order) {
    System.out.println("announced " + order); // expect: unattributed-log note
  }
}
