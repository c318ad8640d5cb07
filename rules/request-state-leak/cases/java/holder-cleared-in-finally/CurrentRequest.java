package invoices;

import java.util.Map;

final class CurrentRequest {
  private static Map<String, String> event;

  private CurrentRequest() {
  }

  static void begin(Map<String, String> request) {
    event = request; // expect: request-state-leak error
  }

  static String get(String name) {
    return event.get(name);
  }

  static void end() {
    event = null;
  }
}
