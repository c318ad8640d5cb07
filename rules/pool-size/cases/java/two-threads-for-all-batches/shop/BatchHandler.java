package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class BatchHandler implements RequestHandler<List<String>, List<String>> {
  private final ExecutorService workers = Executors.newFixedThreadPool(2); // expect: pool-size warning

  @Override
  public List<String> handleRequest(List<String> orders, Context context) {
    List<Future<String>> started = new ArrayList<>();
    for (String order : orders) started.add(workers.submit(() -> order.trim()));
    List<String> done = new ArrayList<>();
    for (Future<String> each : started) done.add(resultOf(each));
    return done;
  }

  private static String resultOf(Future<String> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException problem) {
      throw new IllegalStateException(problem);
    }
  }
}
