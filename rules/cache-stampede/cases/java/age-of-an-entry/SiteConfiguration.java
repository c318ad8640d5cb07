package sites;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.ssm.SsmClient;

class SiteConfiguration {
  private record Entry(String value, long expiresAt) {
    boolean isExpired(long now) {
      return now > expiresAt;
    }
  }

  private static final long MINUTE = 60_000;
  private final SsmClient ssm = SsmClient.create();
  private final Map<String, Entry> themes = new ConcurrentHashMap<>();
  private final Map<String, Entry> limits = new ConcurrentHashMap<>();

  String theme(String site) {
    long now = System.currentTimeMillis();
    Entry known = themes.get(site);
    if (known != null && known.expiresAt() > now) {
      return known.value();
    }
    String value = load("/themes/" + site);
    themes.put(site, new Entry(value, now + MINUTE)); // expect: cache-stampede warning
    return value;
  }

  String limit(String site) {
    return limits.compute(site, (key, known) -> known == null || known.isExpired(System.currentTimeMillis()) // fixed: one invocation per key fetches, the others wait
        ? new Entry(load("/limits/" + key), System.currentTimeMillis() + MINUTE) : known).value();
  }

  void forget(String site) {
    themes.remove(site);
    limits.remove(site);
  }

  private String load(String name) {
    return ssm.getParameter(request -> request.name(name)).parameter().value();
  }
}
