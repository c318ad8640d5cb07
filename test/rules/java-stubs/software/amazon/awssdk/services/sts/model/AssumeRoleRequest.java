package software.amazon.awssdk.services.sts.model;

public final class AssumeRoleRequest {
  public static Builder builder() {
    return null;
  }

  public interface Builder {
    Builder roleArn(String roleArn);

    Builder roleSessionName(String roleSessionName);

    AssumeRoleRequest build();
  }
}
