import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

public class Cleaner implements RequestHandler<Map<String, String>, String> {
  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    try (Stream<Path> paths = Files.walk(Paths.get("/tmp"))) {
      paths.sorted(Comparator.reverseOrder()).map(path -> path.toFile()).forEach(file -> file.delete()); // expect: temp-directory-sweep error
    } catch (IOException e) {
      return "failed";
    }
    return fixed();
  }

  private String fixed() {
    try {
      Path own = Files.createTempDirectory("work"); // fixed: only this invocation knows the folder
      try (Stream<Path> paths = Files.walk(own)) {
        paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete); // safe: below the invocation's own folder
      }
      return own.toString();
    } catch (IOException e) {
      return "failed";
    }
  }
}
