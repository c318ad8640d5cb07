package photos;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;

public class PhotoHandler implements RequestHandler<Map<String, String>, Integer> {
  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    try {
      Path whole = Paths.get("/tmp/" + event.get("key"));
      Files.write(whole, new byte[16]); // expect: shared-temp-path warning
      // Two folders of the bucket may hold a file of one name.
      Path last = Paths.get("/tmp", Paths.get(event.get("key")).getFileName().toString());
      Files.write(last, new byte[16]); // misses: shared-temp-path error beside the whole key, its base name is taken for the same path
      Path stamped = Paths.get("/tmp/photo-" + System.currentTimeMillis() + ".jpg");
      Files.write(stamped, new byte[16]); // expect: shared-temp-path warning
      return Files.readAllBytes(whole).length;
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
