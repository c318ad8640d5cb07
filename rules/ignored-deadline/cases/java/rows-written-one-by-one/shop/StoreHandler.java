package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

public class StoreHandler implements RequestHandler<List<String>, Integer> {
  private final SqsClient sqs = SqsClient.create();

  @Override
  public Integer handleRequest(List<String> rows, Context context) {
    for (String row : rows) {
      sqs.sendMessage(SendMessageRequest.builder().messageBody(row).build()); // expect: ignored-deadline note
    }
    return rows.size();
  }

  public Integer handleInTime(List<String> rows, Context context) {
    int sent = 0;
    for (String row : rows) {
      if (context.getRemainingTimeInMillis() < 5000) break; // fixed: the rest is left to the next invocation
      send(row);
      sent++;
    }
    return sent; // safe: how many were sent is answered
  }

  private void send(String row) {
    sqs.sendMessage(SendMessageRequest.builder().messageBody(row).build());
  }
}
