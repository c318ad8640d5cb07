package reports;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class ReportHandler implements RequestHandler<Map<String, String>, String> {
  private final ReportWriter writer = new ReportWriter();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    return writer.write(event, event.get("format"));
  }
}
