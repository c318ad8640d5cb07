package software.amazon.awssdk.services.ssm;

import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.ssm.model.GetParameterRequest;
import software.amazon.awssdk.services.ssm.model.GetParameterResponse;

public interface SsmClient extends SdkClient {
  static SsmClient create() {
    return null;
  }

  GetParameterResponse getParameter(GetParameterRequest request);
  GetParameterResponse getParameter(Consumer<GetParameterRequest.Builder> request);
}
