package lookup;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;

public class LookupHandler implements RequestHandler<Map<String, String>, String> {
  private S3Client storage;
  private S3Client archive;

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    return storage().serviceName() + archive().serviceName();
  }

  private S3Client storage() {
    if (storage == null) {
      storage = S3Client.create(); // expect: unsafe-lazy-init warning
    }
    return storage;
  }

  private synchronized S3Client archive() {
    if (archive == null) {
      archive = S3Client.create(); // safe: the method is synchronized
    }
    return archive;
  }
}
