package encode;

import java.nio.charset.StandardCharsets;

class Encoder {
  byte[] encode(String text) {
    return text.getBytes(StandardCharsets.UTF_16);
  }
}
