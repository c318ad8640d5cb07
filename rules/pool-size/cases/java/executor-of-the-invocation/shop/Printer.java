package shop;

final class Printer {
  private Printer() {}

  static String print(String name) {
    return name.strip();
  }
}
