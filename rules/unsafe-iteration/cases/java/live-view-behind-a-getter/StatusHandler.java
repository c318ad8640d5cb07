package breakers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.stream.Collectors;

public class StatusHandler implements RequestHandler<Map<String, Boolean>, String> {
  private final Breakers breakers = new Breakers();

  @Override
  public String handleRequest(Map<String, Boolean> event, Context context) {
    breakers.report(event.containsKey("failed"));
    String first = breakers.open().stream().sorted().collect(Collectors.joining(",")); // expect: unsafe-iteration error
    StringBuilder second = new StringBuilder();
    for (String name : breakers.tripped()) { // safe: the iterators of a concurrent map are weakly consistent
      second.append(name);
    }
    return first + second;
  }
}
