import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.List;

public class ResizeHandler implements RequestHandler<List<String>, String> {
  @Override
  public String handleRequest(List<String> keys, Context context) {
    List<String> done = new ArrayList<>();
    keys.parallelStream().forEach(key -> done.add(key)); // expect: unsynchronized-access error
    Results results = new Results();
    keys.parallelStream().forEach(key -> results.add(key)); // fixed: the threads of the invocation share one lock
    return done.size() + " " + results.size();
  }
}

class Results {
  private final List<String> all = new ArrayList<>();

  synchronized void add(String key) {
    all.add(key); // safe: every thread holds the lock of this object
  }

  synchronized int size() {
    return all.size();
  }
}
