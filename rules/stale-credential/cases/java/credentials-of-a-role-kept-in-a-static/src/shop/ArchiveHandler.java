package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;

public class ArchiveHandler implements RequestHandler<String, Long> {
  private static final StsClient STS = StsClient.create();
  private static final S3Client ARCHIVE = archive(); // expect: stale-credential warning
  // fixed: the provider assumes the role again before the credentials expire
  private static final S3Client RENEWED = S3Client.builder()
      .credentialsProvider(StsAssumeRoleCredentialsProvider.builder().stsClient(STS).refreshRequest(role()).build())
      .build();

  private static AssumeRoleRequest role() {
    return AssumeRoleRequest.builder().roleArn(System.getenv("ARCHIVE_ROLE")).roleSessionName("archive").build();
  }

  private static S3Client archive() {
    Credentials given = STS.assumeRole(role()).credentials();
    AwsSessionCredentials credentials = AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
    return S3Client.builder().credentialsProvider(StaticCredentialsProvider.create(credentials)).build();
  }

  @Override
  public Long handleRequest(String key, Context context) {
    HeadObjectRequest request = HeadObjectRequest.builder().bucket("archive").key(key).build();
    return ARCHIVE.headObject(request).contentLength() + RENEWED.headObject(request).contentLength();
  }
}
