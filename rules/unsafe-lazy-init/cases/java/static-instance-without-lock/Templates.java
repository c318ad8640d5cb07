package mail;

class Templates {
  private static Templates instance;
  private final String greeting;

  private Templates(String greeting) {
    this.greeting = greeting;
  }

  static Templates instance() {
    if (instance == null) {
      instance = new Templates("Hello"); // expect: unsafe-lazy-init warning
    }
    return instance;
  }

  String greeting() {
    return greeting;
  }
}
