import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.List;

public class LabelHandler implements RequestHandler<List<String>, String> {
  private String last;

  @Override
  public String handleRequest(List<String> labels, Context context) {
    labels.forEach(label -> {
      last = label; // expect: request-state-leak error
    });
    return last + fixed(labels);
  }

  private String fixed(List<String> labels) {
    StringBuilder own = new StringBuilder(); // fixed: a local of the invocation
    labels.forEach(label -> own.append(label)); // safe: nobody else has the builder
    return own.toString();
  }
}
