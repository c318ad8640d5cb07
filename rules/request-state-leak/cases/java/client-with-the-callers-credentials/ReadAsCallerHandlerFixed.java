package audit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

public class ReadAsCallerHandlerFixed implements RequestHandler<Map<String, String>, String> {
  private final CallerClient files = new CallerClient();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    try (S3Client client = files.clientOf(new Caller(event.get("accessKey"), event.get("secretKey"), event.get("sessionToken")))) {
      return client.getObjectAsBytes(request(event)).asUtf8String() + files.readAsMyself(request(event));
    }
  }

  private static GetObjectRequest request(Map<String, String> event) {
    return GetObjectRequest.builder().bucket(event.get("bucket")).key(event.get("key")).build();
  }
}
