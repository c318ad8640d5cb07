package votes;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class VoteHandler implements RequestHandler<Map<String, String>, Integer> {
  private final Map<String, Integer> votes = new ConcurrentHashMap<>();

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    String side = event.containsKey("yes") ? "yes" : "no";
    int before = votes.getOrDefault(side, 0);
    votes.put(side, before + 1); // expect: lost-update error
    return before + 1;
  }
}
