package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

public class ReportHandler implements RequestHandler<List<String>, String> {
  // safe: one permit is a lock, which lets in one at a time on purpose
  private final Semaphore turn = new Semaphore(1);

  @Override
  public String handleRequest(List<String> names, Context context) {
    // safe: made and closed by one invocation
    ExecutorService own = Executors.newFixedThreadPool(2);
    try {
      List<Callable<String>> pages = new ArrayList<>();
      for (String name : names) pages.add(() -> print(name));
      own.invokeAll(pages);
      return "printed";
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    } finally {
      own.shutdown();
    }
  }

  private String print(String name) {
    turn.acquireUninterruptibly();
    try {
      return Printer.print(name);
    } finally {
      turn.release();
    }
  }
}
