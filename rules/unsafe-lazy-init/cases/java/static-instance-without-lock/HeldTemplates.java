package mail;

class HeldTemplates {
  private final String greeting = "Hello";

  private static class Holder {
    static final HeldTemplates INSTANCE = new HeldTemplates(); // fixed: the class initialiser is run once, under a lock
  }

  static HeldTemplates instance() {
    return Holder.INSTANCE;
  }

  String greeting() {
    return greeting;
  }
}
