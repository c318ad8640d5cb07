package reports;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class ReportHandler implements RequestHandler<Map<String, String>, String> {
  private static final ThreadLocal<String> REGION = new ThreadLocal<>();
  private static final ThreadLocal<String> CURRENCY = new ThreadLocal<>();

  private final ExecutorService pool = Executors.newFixedThreadPool(4); // expect: pool-size warning

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    REGION.set(event.get("region")); // expect: stale-thread-local warning
    CURRENCY.set(event.get("currency")); // safe: read on this thread, and handed to the task as a variable
    String currency = CURRENCY.get();
    CompletableFuture<String> rows = CompletableFuture.supplyAsync(() -> REGION.get() + " in " + currency, pool);
    try {
      return rows.join();
    } finally {
      REGION.remove();
      CURRENCY.remove();
    }
  }
}
