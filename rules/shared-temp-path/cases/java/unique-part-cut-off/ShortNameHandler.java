package names;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

public class ShortNameHandler implements RequestHandler<Map<String, String>, String> {
  private static final AtomicLong NEXT = new AtomicLong();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    try {
      String few = UUID.randomUUID().toString().substring(0, 8);
      Files.writeString(Path.of("/tmp/" + few + ".txt"), "few"); // expect: shared-temp-path warning
      String enough = UUID.randomUUID().toString().replace("-", "");
      // expect: temp-file-growth note
      Files.writeString(Path.of("/tmp/" + enough + ".txt"), "enough"); // safe: the whole uuid
      // expect: temp-file-growth note
      Files.writeString(Path.of("/tmp/" + NEXT.incrementAndGet() + ".txt"), "next"); // safe: one atomic counter for all invocations
      return few;
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
