package mail;

class CheckedTemplates {
  private static volatile CheckedTemplates instance;
  private final String greeting = "Hello";

  static CheckedTemplates instance() {
    CheckedTemplates known = instance;
    if (known == null) {
      synchronized (CheckedTemplates.class) {
        known = instance;
        if (known == null) {
          instance = known = new CheckedTemplates(); // safe: checked again under the lock, and volatile
        }
      }
    }
    return known;
  }

  String greeting() {
    return greeting;
  }
}
