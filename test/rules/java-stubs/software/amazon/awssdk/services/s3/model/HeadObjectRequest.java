package software.amazon.awssdk.services.s3.model;

public class HeadObjectRequest {
  public static native Builder builder();

  public interface Builder {
    Builder bucket(String bucket);
    Builder key(String key);
    HeadObjectRequest build();
  }
}
