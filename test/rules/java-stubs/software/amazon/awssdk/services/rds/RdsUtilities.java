package software.amazon.awssdk.services.rds;

import java.util.function.Consumer;
import software.amazon.awssdk.services.rds.model.GenerateAuthenticationTokenRequest;

public interface RdsUtilities {
  static Builder builder() {
    return null;
  }

  String generateAuthenticationToken(Consumer<GenerateAuthenticationTokenRequest.Builder> request);

  String generateAuthenticationToken(GenerateAuthenticationTokenRequest request);

  interface Builder {
    RdsUtilities build();
  }
}
