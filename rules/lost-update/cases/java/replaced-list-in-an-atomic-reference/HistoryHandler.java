package history;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

public class HistoryHandler implements RequestHandler<Map<String, String>, Integer> {
  private final AtomicReference<List<String>> entries = new AtomicReference<>(List.of());
  private final AtomicReference<List<String>> visits = new AtomicReference<>(List.of());

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    List<String> longer = new ArrayList<>(entries.get());
    longer.add("visit");
    entries.set(List.copyOf(longer)); // expect: lost-update error
    return visits.updateAndGet(HistoryHandler::withVisit).size(); // safe: computed again when another came in between
  }

  private static List<String> withVisit(List<String> known) {
    List<String> longer = new ArrayList<>(known);
    longer.add("visit");
    return List.copyOf(longer);
  }
}
