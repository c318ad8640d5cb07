package words;

class Tally {
  private long total;
  private long guarded;

  void take(String word) {
    total += word.length(); // expect: lost-update error
    synchronized (this) {
      guarded += word.length(); // safe: the tasks wait for each other
    }
  }

  long total() {
    return total + guarded;
  }
}
