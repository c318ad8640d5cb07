package streams;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

public abstract class StreamFunction implements RequestStreamHandler {
  private final int limit = Integer.parseInt(System.getenv("LIMIT"));
  private byte[] body;

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
    body = input.readNBytes(limit); // expect: request-state-leak error
    output.write(answer().getBytes(StandardCharsets.UTF_8));
    output.write(answerTo(input.readNBytes(limit))); // fixed: handed on, and kept nowhere
  }

  protected String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  protected byte[] answerTo(byte[] own) {
    return own; // safe: the array came with this request
  }

  protected abstract String answer();
}
