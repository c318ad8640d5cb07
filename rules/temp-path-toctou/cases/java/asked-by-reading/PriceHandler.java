package prices;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.util.Map;

public class PriceHandler implements RequestHandler<Map<String, String>, String> {
  private final PriceList list = new PriceList();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    try {
      return list.text() + list.wholeText();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
