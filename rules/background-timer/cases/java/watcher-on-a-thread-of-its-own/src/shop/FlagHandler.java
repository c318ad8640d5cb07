package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

public class FlagHandler implements RequestHandler<String, Boolean> {
  private final Flags flags = new Flags();
  private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);

  @Override
  public Boolean handleRequest(String flag, Context context) {
    return flags.isOn(flag);
  }

  public Boolean handleLate(String flag, Context context) throws Exception {
    ScheduledFuture<Boolean> later = scheduler.schedule(() -> flags.isOn(flag), 100, TimeUnit.MILLISECONDS); // safe: it runs once, and the invocation waits for it
    return later.get();
  }
}
