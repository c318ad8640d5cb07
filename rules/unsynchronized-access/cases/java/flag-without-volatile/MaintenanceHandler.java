package ops;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class MaintenanceHandler implements RequestHandler<Map<String, String>, String> {
  private static boolean warm;
  private static volatile boolean drained;

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    boolean first = !warm;
    warm = true; // expect: unsynchronized-access note
    drained = false; // safe: volatile, and whoever writes it writes the same
    return first ? "cold" : drained ? "drained" : "warm";
  }
}
