package batch;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public class BatchHandler implements RequestHandler<Map<String, String>, Integer> {
  private final Object gate = new Object();
  private final List<String> kept = new ArrayList<>();
  private List<String> pending = new ArrayList<>();
  private List<String> waiting = new ArrayList<>();

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    synchronized (kept) {
      kept.add("job"); // safe: the list is never replaced
    }
    return kept() + pending("job") + waiting("job");
  }

  private int kept() {
    synchronized (kept) {
      return kept.size();
    }
  }

  private int pending(String job) {
    synchronized (pending) {
      pending.add(job); // expect: inconsistent-lock error
      if (pending.size() < 25) {
        return 0;
      }
      List<String> full = pending;
      pending = new ArrayList<>();
      return full.size();
    }
  }

  private int waiting(String job) {
    synchronized (gate) {
      waiting.add(job); // fixed: the lock is an object of its own
      if (waiting.size() < 25) {
        return 0;
      }
      List<String> full = waiting;
      waiting = new ArrayList<>();
      return full.size();
    }
  }
}
