package software.amazon.awssdk.services.sts;

import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;

public interface StsClient extends SdkClient {
  static StsClient create() {
    return null;
  }

  AssumeRoleResponse assumeRole(AssumeRoleRequest request);
}
