package greeting;

import java.util.Map;

enum Session {
  CURRENT;

  private Map<String, String> attributes = Map.of();

  void begin(Map<String, String> event) {
    attributes = Map.copyOf(event); // expect: request-state-leak error
  }

  String greeting() {
    return "Hello " + attributes.get("name");
  }
}
