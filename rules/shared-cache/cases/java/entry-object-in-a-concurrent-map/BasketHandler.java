package baskets;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class BasketHandler implements RequestHandler<Map<String, String>, Integer> {
  private static final List<String> SHOPS = List.of("north", "south");
  private final Map<String, List<String>> baskets = new ConcurrentHashMap<>();

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    String shop = SHOPS.contains(event.get("shop")) ? "north" : "south";
    List<String> basket = baskets.computeIfAbsent(shop, name -> new ArrayList<>()); // safe: the map is made for threads
    if (basket.size() > 50) {
      basket.clear(); // expect: unsynchronized-access error
    }
    basket.add("article");
    return basket.size();
  }
}
