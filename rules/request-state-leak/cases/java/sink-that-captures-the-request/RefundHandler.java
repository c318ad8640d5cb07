package trace;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.function.Consumer;

public class RefundHandler implements RequestHandler<Map<String, String>, String> {
  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    String order = event.get("order");
    Trace.to(text -> System.out.println(order + ": " + text));
    Trace.line("refund begins");
    // expect: unattributed-log note
    Consumer<String> own = text -> System.out.println(order + ": " + text); // fixed: a sink of the invocation
    own.accept("refund ends"); // safe: nobody else can reach it
    return order;
  }
}
