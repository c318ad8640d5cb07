package search;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.sqs.AmazonSQS;
import com.amazonaws.services.sqs.AmazonSQSClientBuilder;
import java.util.Map;

public class SearchHandler implements RequestHandler<Map<String, String>, String> {
  private final AmazonSQS exclusive = AmazonSQSClientBuilder.defaultClient();
  private final AmazonSQS halfLocked = AmazonSQSClientBuilder.defaultClient();
  private final Object lock = new Object();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    synchronized (lock) {
      exclusive.setEndpoint(event.get("endpoint")); // safe: set and used in one turn
      exclusive.sendMessage(event.get("queue"), "text"); // expect: lock-across-io warning
    }
    synchronized (lock) {
      halfLocked.setEndpoint(event.get("endpoint")); // expect: shared-client-mutation error
    }
    halfLocked.sendMessage(event.get("queue"), "text");
    return "sent";
  }
}
