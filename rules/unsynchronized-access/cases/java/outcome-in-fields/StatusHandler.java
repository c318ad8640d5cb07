import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

abstract class Outcome implements RequestHandler<Map<String, String>, String> {
  private int status;
  private boolean failed;
  private String region;

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    setStatus(200);
    failed = false;
    region = System.getenv("AWS_REGION"); // expect: unsynchronized-access note
    try {
      process(event);
    } catch (IllegalArgumentException e) {
      setStatus(400);
      failed = true; // expect: unsynchronized-access error
    }
    return region + status + failed;
  }

  private void setStatus(int value) {
    status = value; // expect: unsynchronized-access error
  }

  abstract void process(Map<String, String> event);
}

public class StatusHandler extends Outcome {
  @Override
  void process(Map<String, String> event) {
    if (!event.containsKey("id")) {
      throw new IllegalArgumentException("id");
    }
  }
}

class FixedHandler implements RequestHandler<Map<String, String>, String> {
  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    int status = 200; // fixed: a local of the invocation
    if (!event.containsKey("id")) {
      status = 400;
    }
    return "status " + status; // safe: nobody else sees it
  }
}
