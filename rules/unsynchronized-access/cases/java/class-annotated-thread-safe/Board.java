package rates;

/** Says nothing of threads itself; a class that extends it does. */
class Board {
  protected boolean closed;
  private long opened;

  protected void open() {
    opened = System.nanoTime(); // expect: unsynchronized-access error
  }

  long opened() {
    return closed ? 0 : opened; // safe: `close` ends the object's life
  }
}
