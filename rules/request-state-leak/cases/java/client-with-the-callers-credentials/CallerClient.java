package audit;

import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

class CallerClient {
  private final S3Client own = S3Client.builder().build();
  private S3Client client = own;

  void actAs(Caller caller) {
    AwsSessionCredentials credentials = AwsSessionCredentials.create(caller.accessKey(), caller.secretKey(), caller.sessionToken());
    this.client = S3Client.builder().credentialsProvider(StaticCredentialsProvider.create(credentials)).build(); // expect: request-state-leak error
  }

  String read(GetObjectRequest request) {
    return client.getObjectAsBytes(request).asUtf8String();
  }

  // fixed: the client of a caller is handed back and kept nowhere.
  S3Client clientOf(Caller caller) {
    S3ClientBuilder builder = S3Client.builder();
    builder.credentialsProvider(StaticCredentialsProvider.create(AwsSessionCredentials.create(caller.accessKey(), caller.secretKey(), caller.sessionToken())));
    return builder.build();
  }

  // safe: this client was made at init and knows no caller.
  String readAsMyself(GetObjectRequest request) {
    return own.getObjectAsBytes(request).asUtf8String();
  }
}
