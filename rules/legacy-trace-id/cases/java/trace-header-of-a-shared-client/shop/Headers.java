package shop;

import java.util.Map;

class Headers {
  private final String prefix;

  Headers(String prefix) {
    this.prefix = prefix;
  }

  Map<String, String> traced() {
    String header = System.getProperty("com.amazonaws.xray.traceHeader", prefix); // expect: legacy-trace-id warning
    return Map.of("X-Amzn-Trace-Id", header);
  }

  Map<String, String> agent() {
    return Map.of("User-Agent", System.getProperty("java.version")); // safe: another property
  }
}
