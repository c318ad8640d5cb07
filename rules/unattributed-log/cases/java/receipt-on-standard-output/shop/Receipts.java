package shop;

import java.io.PrintStream;

public class Receipts {
  private final PrintStream out;

  public Receipts(PrintStream out) {
    this.out = out;
  }

  public String print(String order, int total) {
    System.out.printf("%s: %d%n", order, total); // expect: unattributed-log note
    return order + total;
  }

  public String write(String order, int total) {
    out.println(order); // safe: a stream of its own
    return order + total;
  }
}
