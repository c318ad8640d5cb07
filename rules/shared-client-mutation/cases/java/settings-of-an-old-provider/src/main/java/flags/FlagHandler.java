package flags;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class FlagHandler implements RequestHandler<Map<String, String>, String> {
  private final Flags flags = new Flags();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    return flags.read(event.get("flag"));
  }
}
