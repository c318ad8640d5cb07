import java.util.concurrent.locks.StampedLock;

final class Position {
  private final StampedLock lock = new StampedLock();
  private int metres;

  void move(int by) {
    long stamp = lock.writeLock();
    try {
      metres += by; // fixed: the write stamp keeps everybody else out
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  void drift(int by) {
    long stamp = lock.readLock();
    try {
      metres += by; // expect: inconsistent-lock error
    } finally {
      lock.unlockRead(stamp);
    }
  }

  int metres() {
    long stamp = lock.readLock();
    try {
      return metres; // safe: readers may be together
    } finally {
      lock.unlockRead(stamp);
    }
  }
}
