package software.amazon.awssdk.services.sts.model;

public final class Credentials {
  public native String accessKeyId();
  public native String secretAccessKey();
  public native String sessionToken();
}
