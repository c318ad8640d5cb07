package signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

public abstract class SigningHandler {
  protected final MessageDigest digest;

  protected SigningHandler() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  protected String sign(String text) {
    byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8)); // expect: unsafe-shared-object error
    return HexFormat.of().formatHex(hash);
  }
}
