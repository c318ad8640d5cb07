package queue;

import java.util.LinkedList;

class JobQueue {
  private final Object writeLock = new Object();
  private final Object readLock = new Object();
  private final LinkedList<String> jobs = new LinkedList<>();

  void enqueue(String job) {
    synchronized (writeLock) {
      jobs.addLast(job); // expect: inconsistent-lock error
    }
  }

  String next() {
    synchronized (readLock) {
      return jobs.pollFirst();
    }
  }
}
