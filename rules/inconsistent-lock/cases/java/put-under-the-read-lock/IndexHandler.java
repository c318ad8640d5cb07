package search;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

public class IndexHandler implements RequestHandler<Map<String, String>, Integer> {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final TreeSet<String> words = new TreeSet<>();
  private final TreeSet<String> stems = new TreeSet<>();

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    lock.readLock().lock();
    try {
      words.add("tea"); // expect: inconsistent-lock error
    } finally {
      lock.readLock().unlock();
    }
    lock.writeLock().lock();
    try {
      stems.add("te"); // safe: the write lock lets one in
      return stems.size();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
