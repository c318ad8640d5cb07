package software.amazon.awssdk.services.sqs.model;

public final class SendMessageRequest {
  public static Builder builder() { return null; }

  public interface Builder {
    Builder queueUrl(String url);
    Builder messageBody(String body);
    SendMessageRequest build();
  }
}
