package search;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class SearchHandler implements RequestHandler<Map<String, String>, String> {
  private final SearchIndex index = new SearchIndex();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    String leftOver = UserScope.user();
    try (UserScope scope = UserScope.open(event.get("user"))) {
      return index.find(event.get("query")) + leftOver;
    }
  }
}
