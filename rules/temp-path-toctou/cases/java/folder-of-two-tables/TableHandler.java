package tables;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.util.Map;

public class TableHandler implements RequestHandler<Map<String, String>, String> {
  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    try {
      return Tables.lookUp(Tables.ensure(), event.get("item"));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
