package encode;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.pool2.impl.GenericObjectPool;

public class EncodeHandler implements RequestHandler<Map<String, String>, Integer> {
  private final GenericObjectPool<Encoder> encoders = new GenericObjectPool<>(new EncoderFactory());

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    try {
      return event.containsKey("old") ? encode(event.get("text")) : encodeSafely(event.get("text"));
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private int encode(String text) throws Exception {
    Encoder encoder = encoders.borrowObject(); // expect: unsafe-pool error
    if (text == null) throw new IllegalArgumentException("nothing to encode");
    int length = encoder.encode(text).length;
    encoders.returnObject(encoder);
    return length;
  }

  private int encodeSafely(String text) throws Exception {
    Encoder encoder = encoders.borrowObject(); // fixed: returned on every way out
    try {
      return encoder.encode(Files.readString(Path.of("/opt/prefix.txt")) + text).length;
    } finally {
      encoders.returnObject(encoder);
    }
  }
}
