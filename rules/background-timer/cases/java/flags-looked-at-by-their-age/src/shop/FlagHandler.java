package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

public class FlagHandler implements RequestHandler<String, Boolean> {
  private Set<String> on = Set.of();
  private long readAt;

  @Override
  public Boolean handleRequest(String flag, Context context) {
    return current().contains(flag);
  }

  // fixed: whoever uses them looks how old they are
  private synchronized Set<String> current() {
    if (System.currentTimeMillis() - readAt > 30_000) {
      on = readFlags();
      readAt = System.currentTimeMillis();
    }
    return on;
  }

  private Set<String> readFlags() {
    try {
      return Set.copyOf(Files.readAllLines(Path.of("/opt/flags.txt")));
    } catch (IOException e) {
      return Set.of();
    }
  }
}
