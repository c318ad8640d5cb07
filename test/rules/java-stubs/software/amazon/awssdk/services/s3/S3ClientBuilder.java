package software.amazon.awssdk.services.s3;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

public interface S3ClientBuilder {
  S3ClientBuilder credentialsProvider(AwsCredentialsProvider provider);

  S3Client build();
}
