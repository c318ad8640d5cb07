package audit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

public class ReadAsCallerHandler implements RequestHandler<Map<String, String>, String> {
  private final CallerClient files = new CallerClient();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    files.actAs(new Caller(event.get("accessKey"), event.get("secretKey"), event.get("sessionToken")));
    return files.read(request(event));
  }

  private static GetObjectRequest request(Map<String, String> event) {
    return GetObjectRequest.builder().bucket(event.get("bucket")).key(event.get("key")).build();
  }
}
