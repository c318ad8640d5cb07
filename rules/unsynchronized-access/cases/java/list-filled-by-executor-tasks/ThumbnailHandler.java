package images;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class ThumbnailHandler implements RequestHandler<Map<String, List<String>>, List<String>> {
  @Override
  public List<String> handleRequest(Map<String, List<String>> event, Context context) {
    List<String> done = new ArrayList<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
      for (String key : event.get("keys")) {
        workers.submit(() -> {
          done.add(key + ".png"); // expect: unsynchronized-access error
        });
      }
      workers.shutdown();
      workers.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return done;
  }
}
