package reports;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public abstract class ReportHandler implements RequestHandler<Map<String, String>, String> {
  protected StringBuilder response;

  @Override
  public final String handleRequest(Map<String, String> event, Context context) {
    response = new StringBuilder(); // expect: request-state-leak error
    writeBody(event);
    return response.toString();
  }

  protected abstract void writeBody(Map<String, String> event);
}
