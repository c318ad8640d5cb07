package imports;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class ImportHandler implements RequestHandler<Map<String, String>, String> {
  private final Importer importer = new Importer();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    return "true".equals(event.get("safely")) ? safely(event) : quickly(event);
  }

  private String quickly(Map<String, String> event) {
    String before = ImportScope.FILE.get();
    ImportScope.FILE.set(event.get("file")); // expect: stale-thread-local warning
    String result = importer.run(before);
    ImportScope.FILE.remove();
    return result;
  }

  private String safely(Map<String, String> event) {
    String before = ImportScope.USER.get();
    ImportScope.USER.set(event.get("user")); // fixed: removed in the finally block
    try {
      return importer.run(before);
    } finally {
      ImportScope.USER.remove();
    }
  }
}
