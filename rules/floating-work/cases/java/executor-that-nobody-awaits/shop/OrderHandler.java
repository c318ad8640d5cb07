package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

public class OrderHandler implements RequestHandler<List<String>, Integer> {
  private final Notices notices = new Notices();

  @Override
  public Integer handleRequest(List<String> orders, Context context) {
    notices.announce(orders);
    return orders.size();
  }

  // fixed: every result is waited for
  public Integer handlePatiently(List<String> orders, Context context) throws Exception {
    List<Future<?>> sent = new ArrayList<>();
    for (String order : orders) sent.add(notices.later(order));
    for (Future<?> one : sent) one.get();
    return orders.size();
  }

  public Integer handleInBulk(List<String> orders, Context context) throws InterruptedException {
    ExecutorService executor = Executors.newFixedThreadPool(4);
    for (String order : orders) executor.submit(() -> notices.send(order)); // safe: the end of the executor is waited for
    executor.shutdown();
    executor.awaitTermination(1, TimeUnit.MINUTES);
    return orders.size();
  }
}
