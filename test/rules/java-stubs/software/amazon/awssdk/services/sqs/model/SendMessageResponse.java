package software.amazon.awssdk.services.sqs.model;

public final class SendMessageResponse {
  public String messageId() { return null; }
}
