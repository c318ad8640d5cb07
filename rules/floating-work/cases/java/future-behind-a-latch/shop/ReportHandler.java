package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

public class ReportHandler implements RequestHandler<String, String> {
  @Override
  public String handleRequest(String customer, Context context) {
    CompletableFuture.supplyAsync(() -> render(customer)).thenAccept(this::store); // expect: floating-work warning
    return "accepted";
  }

  public String handleWithLatch(String customer, Context context) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture.runAsync(() -> { // safe: the latch is waited for
      store(render(customer));
      done.countDown();
    });
    done.await();
    return "stored";
  }

  // fixed: the chain is joined
  public String handleToTheEnd(String customer, Context context) {
    CompletableFuture.supplyAsync(() -> render(customer)).thenAccept(this::store).join();
    return "stored";
  }

  private String render(String customer) {
    return "report for " + customer;
  }

  private void store(String report) {
    System.out.println(report); // expect: unattributed-log note
  }
}
