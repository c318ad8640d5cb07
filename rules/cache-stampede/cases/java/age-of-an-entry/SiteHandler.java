package sites;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class SiteHandler implements RequestHandler<Map<String, String>, String> {
  private final SiteConfiguration configuration = new SiteConfiguration();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    String site = event.get("site");
    if (event.containsKey("changed")) {
      configuration.forget(site);
    }
    return configuration.theme(site) + configuration.limit(site);
  }
}
