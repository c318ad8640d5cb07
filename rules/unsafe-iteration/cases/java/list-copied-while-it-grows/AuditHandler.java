package audit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

public class AuditHandler implements RequestHandler<Map<String, String>, Integer> {
  private final List<String> steps = new ArrayList<>();
  private final List<String> stages = new ArrayList<>();
  private final List<String> hooks = new CopyOnWriteArrayList<>();

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    steps.add("received"); // expect: unsafe-iteration error
    if (steps.size() > 50) {
      steps.clear();
    }
    hooks.add("received");
    hooks.remove("sent");
    int seen = List.copyOf(steps).size() + stages().size();
    for (String hook : hooks) { // safe: the loop sees the array of its start
      seen += hook.length();
    }
    return seen;
  }

  private List<String> stages() {
    synchronized (stages) {
      stages.add("received");
      if (stages.size() > 50) {
        stages.clear();
      }
      return new ArrayList<>(stages); // fixed: copied under the lock of the changes
    }
  }
}
