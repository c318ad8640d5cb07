package votes;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class PollHandler implements RequestHandler<Map<String, String>, Integer> {
  private final Map<String, Integer> votes = new ConcurrentHashMap<>();

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    String side = event.containsKey("yes") ? "yes" : "no";
    return votes.merge(side, 1, Integer::sum); // fixed: the map adds under its own lock
  }
}
