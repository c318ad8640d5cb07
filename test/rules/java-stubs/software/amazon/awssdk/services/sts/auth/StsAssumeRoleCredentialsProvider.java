package software.amazon.awssdk.services.sts.auth;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

public final class StsAssumeRoleCredentialsProvider implements AwsCredentialsProvider {
  public static Builder builder() {
    return null;
  }

  public static final class Builder {
    public native Builder stsClient(StsClient client);
    public native Builder refreshRequest(AssumeRoleRequest request);
    public native StsAssumeRoleCredentialsProvider build();
  }
}
