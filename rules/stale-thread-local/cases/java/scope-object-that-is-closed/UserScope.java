package search;

final class UserScope implements AutoCloseable {
  private static final ThreadLocal<String> USER = new ThreadLocal<>();

  private UserScope() {
  }

  static UserScope open(String user) {
    USER.set(user); // safe: whoever opens the scope closes it, and that removes the user
    return new UserScope();
  }

  static String user() {
    return USER.get();
  }

  @Override
  public void close() {
    USER.remove();
  }
}
