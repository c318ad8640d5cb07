package ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.annotation.concurrent.GuardedBy;
import javax.annotation.concurrent.ThreadSafe;

@ThreadSafe
public class Ledger {
  private final ReentrantReadWriteLock lines = new ReentrantReadWriteLock();
  private final Object gate = new Object();

  @GuardedBy("this")
  private long total;

  @GuardedBy("gate")
  private final Map<String, Long> accounts = new HashMap<>();

  @GuardedBy("lines")
  private final List<String> journal = new ArrayList<>();

  @GuardedBy("gate()")
  private String last = "";

  @GuardedBy("Ledger.class")
  private static int ledgers;

  public Ledger() {
    total = 0; // safe: an object that is being made is nobody else's
    accounts.put("cash", 0L); // safe: the same
  }

  Object gate() {
    return gate;
  }

  public synchronized void book(long amount) {
    total += amount; // safe: a synchronized method holds `this`
  }

  public void correct(long amount) {
    synchronized (gate) {
      total = amount; // expect: inconsistent-lock error
      last = "corrected"; // safe: the method that the declaration names returns this lock
    }
  }

  public void open(String account) {
    synchronized (gate) {
      accounts.put(account, 0L); // fixed: the declared lock is held
      note(account);
    }
  }

  private void note(String account) {
    last = account; // safe: its only caller holds the lock
  }

  @GuardedBy("gate")
  long balance(String account) {
    return accounts.getOrDefault(account, 0L); // safe: whoever calls it holds the lock, says the declaration
  }

  public boolean has(String account) {
    return accounts.containsKey(account); // expect: inconsistent-lock error
  }

  public void write(String line) {
    lines.writeLock().lock();
    try {
      journal.add(line); // safe: the write lock of the declared lock
    } finally {
      lines.writeLock().unlock();
    }
  }

  public int length() {
    lines.readLock().lock();
    try {
      return journal.size(); // safe: the read lock is enough to read
    } finally {
      lines.readLock().unlock();
    }
  }

  public static synchronized int opened() {
    return ++ledgers; // safe: a static synchronized method holds the class
  }
}
