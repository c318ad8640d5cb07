package export;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.util.Map;

public class ExportHandler implements RequestHandler<Map<String, String>, Long> {
  @Override
  public Long handleRequest(Map<String, String> event, Context context) {
    try {
      return new CsvFile("/tmp", "orders").write(event.get("rows"));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
