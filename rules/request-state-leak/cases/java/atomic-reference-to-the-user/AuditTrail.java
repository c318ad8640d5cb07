package audit;

import java.util.concurrent.atomic.AtomicReference;

class AuditTrail {
  private final AtomicReference<String> user = new AtomicReference<>();

  void setUser(String name) {
    // An atomic write is atomic, not private.
    user.set(name); // expect: request-state-leak error
  }

  String describe(String action) {
    return user.get() + " did " + action;
  }
}
