import java.util.logging.ConsoleHandler;
import java.util.logging.Logger;

class Exports {
  private static final Logger LOG = Logger.getLogger("exports");

  String begin(String table) {
    // noise: unattributed-log note it is printed when the process ends, for no request
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("unfinished: " + table))); // expect: handler-registration error
    return table;
  }

  String log() {
    LOG.addHandler(new ConsoleHandler()); // expect: handler-registration warning
    return "";
  }

  // fixed: nothing outlives the export
  String beginCarefully(String table) {
    try {
      return table.trim();
    } finally {
      System.out.println("finished: " + table);
    }
  }
}
