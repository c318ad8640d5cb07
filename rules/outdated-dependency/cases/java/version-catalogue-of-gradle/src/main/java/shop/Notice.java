package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.xray.AWSXRay;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

public class Notice implements RequestHandler<Map<String, String>, String> {
  private final SqsClient queue = SqsClient.create();

  @Override
  public String handleRequest(Map<String, String> order, Context context) {
    SendMessageRequest message = SendMessageRequest.builder().queueUrl("orders").messageBody(order.get("id")).build();
    return AWSXRay.createSubsegment("send", () -> queue.sendMessage(message).messageId());
  }
}
