package thumbs;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

public class ThumbnailHandler implements RequestStreamHandler {
  private static final byte[] MAGIC = {(byte) 0x89, 'P', 'N', 'G'};
  private final byte[] buffer = new byte[8192];

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    out.write(MAGIC); // safe: a constant that nobody changes
    int length = in.read(buffer); // expect: request-state-leak error
    out.write(buffer, 0, length);
    byte[] own = new byte[8192];
    int more = in.read(own); // fixed: a buffer of the invocation
    out.write(own, 0, more);
  }
}
