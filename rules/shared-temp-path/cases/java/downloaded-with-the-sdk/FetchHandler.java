package fetch;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

public class FetchHandler implements RequestHandler<Map<String, String>, String> {
  private static final S3Client S3 = S3Client.create();
  private static final String FOLDER = "/tmp";

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    GetObjectRequest request = GetObjectRequest.builder().bucket("uploads").key(event.get("key")).build();
    Path target = Paths.get(FOLDER, String.format("%s.bin", "input"));
    S3.getObject(request, target); // expect: shared-temp-path error
    Path own = Paths.get(FOLDER, context.getAwsRequestId() + ".bin");
    // expect: temp-file-growth note
    S3.getObject(request, own); // safe: named after the request id
    return target.toString();
  }
}
