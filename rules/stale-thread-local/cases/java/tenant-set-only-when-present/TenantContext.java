package orders;

/** The tenant of the request that the running thread serves. */
final class TenantContext {
  private static final ThreadLocal<String> TENANT = new ThreadLocal<>();

  private TenantContext() {
  }

  static void set(String tenant) {
    TENANT.set(tenant); // expect: stale-thread-local warning
  }

  static String get() {
    String tenant = TENANT.get();
    return tenant == null ? "public" : tenant;
  }
}
