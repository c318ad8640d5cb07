package payments;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class PaymentHandler implements RequestHandler<Map<String, String>, String> {
  // One logger serves the process and knows the request by its thread, so the last store wins without harm.
  private LambdaLogger logger;
  private Context context;

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    logger = context.getLogger(); // expect: unsynchronized-access note
    this.context = context; // expect: request-state-leak error
    pay(event.get("account"));
    return this.context.getAwsRequestId();
  }

  private void pay(String account) {
    logger.log("pay " + account); // safe: every logger that may be found here is the same
  }
}
