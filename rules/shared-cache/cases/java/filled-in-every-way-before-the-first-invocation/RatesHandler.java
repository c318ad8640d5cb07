package rates;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.HashMap;
import java.util.Map;
import javax.annotation.PostConstruct;
import org.crac.Core;
import org.crac.Resource;

public class RatesHandler implements RequestHandler<Map<String, String>, String>, Resource {
  private static final Map<String, String> REGIONS = new HashMap<>();
  private final Map<String, String> rates = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> warmed = new HashMap<>();
  private final Map<String, String> fresh = new HashMap<>();
  private final Tariff tariff = new Tariff.Builder().with("base", "1.00").build();

  static {
    loadRegions();
  }

  {
    names.put("EUR", "Euro"); // safe: an initialiser block runs before the constructor
  }

  public RatesHandler() {
    rates.put("EUR", "1.00"); // safe: the constructor
    refresh();
    Core.getGlobalContext().register(this);
  }

  private static void loadRegions() {
    REGIONS.put("eu", "Europe"); // safe: called by the static initialiser only
  }

  @PostConstruct
  void warm() {
    warmed.put("EUR", "1.00"); // safe: the container calls it once
  }

  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    warmed.put("USD", "1.10"); // safe: before the snapshot there are no invocations
  }

  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {
    warmed.put("USD", "1.20"); // safe: after it, none has begun
  }

  private void refresh() {
    fresh.put("EUR", "1.01"); // expect: shared-cache error
  }

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    if (event.containsKey("refresh")) {
      refresh(); // both: the constructor calls it, and so does an invocation
    }
    return rates.get("EUR") + names.get("EUR") + warmed.get("EUR") + fresh.get("EUR") + REGIONS.get("eu") + tariff.of("base");
  }
}
