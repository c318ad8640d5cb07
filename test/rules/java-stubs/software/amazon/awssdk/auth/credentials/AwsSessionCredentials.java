package software.amazon.awssdk.auth.credentials;

public final class AwsSessionCredentials implements AwsCredentials {
  public static AwsSessionCredentials create(String accessKey, String secretKey, String sessionToken) {
    return null;
  }
}
