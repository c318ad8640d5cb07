package permissions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;

public class PermissionHandler implements RequestHandler<Map<String, String>, String> {
  private final Cache<String, String> documents = Caffeine.newBuilder().maximumSize(100).build();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    String user = event.get("user");
    String document = event.get("document");
    // misses: shared-cache error a value that depends on the requester under a key that does not
    return documents.get(document, id -> render(id, user));
  }

  private static String render(String id, String user) {
    return id + " as " + user + " may see it";
  }
}
