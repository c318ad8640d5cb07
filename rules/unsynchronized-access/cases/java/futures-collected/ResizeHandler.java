package images;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class ResizeHandler implements RequestHandler<Map<String, List<String>>, List<String>> {
  private final ExecutorService workers = Executors.newFixedThreadPool(4); // expect: pool-size warning

  @Override
  public List<String> handleRequest(Map<String, List<String>> event, Context context) {
    List<Future<String>> pending = new ArrayList<>();
    for (String key : event.get("keys")) {
      pending.add(workers.submit(() -> key + ".png")); // safe: only the invocation's own thread adds
    }
    List<String> done = new ArrayList<>();
    for (Future<String> each : pending) {
      done.add(valueOf(each)); // fixed: the results are collected by the thread that waits for them
    }
    return done;
  }

  private static String valueOf(Future<String> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
