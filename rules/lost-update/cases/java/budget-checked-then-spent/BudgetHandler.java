package budget;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

public class BudgetHandler implements RequestHandler<Map<String, String>, Boolean> {
  private final AtomicInteger calls = new AtomicInteger(1000);
  private final AtomicInteger mails = new AtomicInteger(1000);

  @Override
  public Boolean handleRequest(Map<String, String> event, Context context) {
    if (calls.get() > 0) {
      calls.decrementAndGet(); // expect: lost-update error
    }
    return mails.getAndUpdate(left -> Math.max(0, left - 1)) > 0; // safe: check and change are one operation
  }
}
