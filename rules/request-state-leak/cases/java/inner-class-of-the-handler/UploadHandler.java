package upload;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class UploadHandler implements RequestHandler<Map<String, String>, String> {
  private String bucket;

  private class Step {
    private final String key;

    Step(String key) {
      this.key = key; // safe: the step is made by the invocation
    }

    String target() {
      return bucket + "/" + key;
    }
  }

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    bucket = event.get("bucket"); // expect: request-state-leak error
    return new Step(event.get("key")).target();
  }
}
