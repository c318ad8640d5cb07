package audits;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.function.Consumer;

public class AuditHandler implements RequestHandler<Map<String, String>, String> {
  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    String user = event.get("user");
    // expect: unattributed-log note
    Events.sink = action -> System.out.println(user + ": " + action); // expect: request-state-leak error
    Consumer<String> own = action -> System.out.println(user + ": " + action); // fixed: a sink of this invocation
    new Checks().run(own);
    return user;
  }
}
