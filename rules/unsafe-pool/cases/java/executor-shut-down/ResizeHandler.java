import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class ResizeHandler implements RequestHandler<List<String>, String> {
  private final ExecutorService workers = Executors.newFixedThreadPool(8);

  @Override
  public String handleRequest(List<String> keys, Context context) {
    keys.forEach(key -> workers.submit(() -> resize(key)));
    workers.shutdown(); // expect: unsafe-pool error
    return fixed(keys);
  }

  private String fixed(List<String> keys) {
    try (ExecutorService own = Executors.newVirtualThreadPerTaskExecutor()) { // fixed: made and closed by the invocation
      keys.forEach(key -> own.submit(() -> resize(key))); // safe: nobody else submits to it
    }
    return "done";
  }

  private void resize(String key) {
    System.out.println(key); // expect: unattributed-log note
  }
}
