package settings;

import java.util.Properties;

final class Settings {
  private final Properties live = new Properties();
  private volatile Properties snapshot = new Properties();

  void reload(Properties fresh) {
    // Each call holds the lock of the properties, and both together do not.
    live.clear(); // expect: unsynchronized-access error
    live.putAll(fresh);
  }

  void replace(Properties fresh) {
    snapshot = fresh; // fixed: a reader has the old properties or the new ones
  }

  String greeting() {
    return live.getProperty("greeting") + snapshot.getProperty("greeting");
  }
}
