import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.UUID;

public class ThumbnailHandler implements RequestHandler<String, String> {
  private final Path target = Paths.get("/tmp/" + UUID.randomUUID() + ".png");

  @Override
  public String handleRequest(String input, Context context) {
    try {
      Files.write(target, input.getBytes()); // expect: shared-temp-path error
      return new String(Files.readAllBytes(target)) + fixed(input);
    } catch (IOException e) {
      return "failed";
    }
  }

  private String fixed(String input) throws IOException {
    Path own = Paths.get("/tmp/" + UUID.randomUUID() + ".png"); // fixed: a new name for each invocation
    // expect: temp-file-growth note
    Files.write(own, input.getBytes()); // safe: nobody else has the name
    return own.toString();
  }
}
