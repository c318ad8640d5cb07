package software.amazon.awssdk.services.eventbridge;

import software.amazon.awssdk.core.SdkClient;

public interface EventBridgeClient extends SdkClient {
  static EventBridgeClient create() {
    return null;
  }
}
