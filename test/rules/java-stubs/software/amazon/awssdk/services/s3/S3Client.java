package software.amazon.awssdk.services.s3;

import java.nio.file.Path;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

public interface S3Client extends SdkClient {
  static S3Client create() {
    return null;
  }

  static S3ClientBuilder builder() {
    return null;
  }

  ResponseBytes<GetObjectResponse> getObjectAsBytes(GetObjectRequest request);

  GetObjectResponse getObject(GetObjectRequest request, Path target);

  HeadObjectResponse headObject(HeadObjectRequest request);
}
