package totals;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

public class CarefulHandler implements RequestHandler<Map<String, String>, String> {
  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    try {
      Path own = Files.createTempFile("prices", ".csv"); // fixed: a file of the invocation
      String answer = event.get("customer") + " " + new Ledger(own).totalOf(event.get("prices"));
      Files.delete(own); // safe: no other invocation knows it
      return answer;
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
