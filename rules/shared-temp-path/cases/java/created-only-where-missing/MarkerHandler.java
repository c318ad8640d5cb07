package markers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

public class MarkerHandler implements RequestHandler<Map<String, String>, String> {
  private static final Path MARKER = Path.of("/tmp/running");

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    try {
      Files.writeString(MARKER, "one at a time", StandardOpenOption.CREATE_NEW); // expect: shared-temp-path warning
      Files.delete(MARKER);
      Stamp.once("first");
      Path own = Path.of("/tmp", context.getAwsRequestId());
      Files.writeString(own, event.get("text"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE); // fixed: named after the invocation
      String text = Files.readString(own);
      Files.delete(own); // safe: the invocation's own name
      return text;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
