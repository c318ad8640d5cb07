package prices;

import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

class PriceTable {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Lock reading = lock.readLock();
  private final Lock writing = lock.writeLock();
  private final TreeMap<String, Double> prices = new TreeMap<>();
  private int visits;
  private int changes;

  double price(String article) {
    reading.lock();
    try {
      visits++; // expect: inconsistent-lock error
      return prices.get(article) + changes; // safe: the writer holds the other half of the same lock
    } finally {
      reading.unlock();
    }
  }

  void change(String article, double price) {
    writing.lock();
    try {
      prices.put(article, price);
      changes++; // fixed: counted under the write lock
    } finally {
      writing.unlock();
    }
  }

  int visits() {
    lock.readLock().lock();
    try {
      return visits;
    } finally {
      lock.readLock().unlock();
    }
  }
}
