package sessions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class SessionHandler implements RequestHandler<Map<String, String>, String> {
  private final Map<String, String> greetings = new ConcurrentHashMap<>();
  private final Cache<String, String> bounded = Caffeine.newBuilder().maximumSize(1000).build();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    String user = event.get("user");
    String greeting = greetings.computeIfAbsent(user, name -> "Hello " + name); // expect: shared-cache warning
    return greeting + bounded.get(user, name -> "Hello " + name); // fixed: the cache has a size limit
  }
}
