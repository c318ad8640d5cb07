import freemarker.template.Configuration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class Templates {
  private static volatile Configuration pages;
  private static volatile Configuration mails;
  private static Map<String, String> greetings;

  private Templates() {}

  static Configuration pages() {
    if (pages == null) {
      pages = new Configuration(Configuration.VERSION_2_3_32); // expect: unsafe-lazy-init error
      pages.setDefaultEncoding("UTF-8");
    }
    return pages;
  }

  static Configuration mails() {
    if (mails == null) {
      Configuration built = new Configuration(Configuration.VERSION_2_3_32);
      built.setDefaultEncoding("UTF-8");
      // fixed: stored when it is complete; two may be built, either is good
      // expect: unsafe-lazy-init warning
      mails = built;
    }
    return mails;
  }

  static Map<String, String> greetings() {
    if (greetings == null) {
      greetings = new ConcurrentHashMap<>(); // expect: unsafe-lazy-init error
      greetings.put("en", "Hello");
    }
    return greetings;
  }
}
