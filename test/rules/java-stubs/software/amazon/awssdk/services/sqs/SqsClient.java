package software.amazon.awssdk.services.sqs;

import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

public interface SqsClient extends SdkClient {
  static SqsClient create() {
    return null;
  }

  SendMessageResponse sendMessage(SendMessageRequest request);
}
