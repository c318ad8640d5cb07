package software.amazon.awssdk.services.sts.model;

public final class AssumeRoleResponse {
  public native Credentials credentials();
}
