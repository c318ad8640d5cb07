package members;

import java.util.Locale;

final class CallContext {
  private static final ThreadLocal<CallContext> CURRENT = ThreadLocal.withInitial(CallContext::new);
  private static final ThreadLocal<CallContext> LAST = ThreadLocal.withInitial(CallContext::new);

  private String member;

  static CallContext current() {
    return CURRENT.get();
  }

  static CallContext last() {
    return LAST.get();
  }

  static void clear() {
    CURRENT.remove();
  }

  String member() {
    return member == null ? "nobody" : member.toLowerCase(Locale.ROOT);
  }

  void setMember(String member) {
    this.member = member; // expect: stale-thread-local warning
  }
}
