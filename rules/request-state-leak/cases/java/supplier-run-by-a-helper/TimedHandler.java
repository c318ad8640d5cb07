import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

public class TimedHandler implements RequestHandler<Map<String, String>, String> {
  private String customer;
  private String article;

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    Consumer<String> keep = value -> article = value; // expect: request-state-leak error
    keep.accept(event.get("article"));
    String answer = timed(() -> {
      customer = event.get("customer"); // expect: request-state-leak error
      return customer + article;
    });
    Function<String, String> own = value -> "order of " + value; // fixed: takes and gives, and keeps nothing
    return answer + own.apply(event.get("customer"));
  }

  private <T> T timed(Supplier<T> work) {
    long start = System.nanoTime(); // safe: a local
    T result = work.get();
    System.out.println(System.nanoTime() - start); // expect: unattributed-log note
    return result;
  }
}
