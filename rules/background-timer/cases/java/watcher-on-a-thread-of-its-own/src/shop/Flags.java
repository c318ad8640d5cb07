package shop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

class Flags {
  private volatile Set<String> on = Set.of();

  Flags() {
    Thread watcher = new Thread(this::watch, "flags");
    watcher.setDaemon(true);
    watcher.start();
  }

  boolean isOn(String flag) {
    return on.contains(flag);
  }

  private void watch() {
    while (true) {
      try {
        Thread.sleep(30_000); // expect: background-timer note
        on = Set.copyOf(Files.readAllLines(Path.of("/opt/flags.txt")));
      } catch (Exception e) {
        System.err.println(e);
      }
    }
  }
}
