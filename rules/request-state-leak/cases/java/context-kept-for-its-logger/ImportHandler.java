package imports;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class ImportHandler implements RequestHandler<Map<String, String>, String> {
  private final Journal journal = new Journal();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    journal.start(context);
    journal.write("import of " + event.get("file"));
    return journal.invocation();
  }
}
