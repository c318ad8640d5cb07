package software.amazon.awssdk.services.s3.model;

public class HeadObjectResponse {
  public native Long contentLength();
}
