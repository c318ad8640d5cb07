package orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class OrderHandler implements RequestHandler<Map<String, Integer>, Integer> {
  private final RecentOrders recent = new RecentOrders();

  @Override
  public Integer handleRequest(Map<String, Integer> event, Context context) {
    recent.remember(event.get("total"));
    int online = 0;
    for (String store : recent.stores()) {
      online += store.equals("web") ? 1 : 0;
    }
    return recent.largeOnes() + recent.europeanOnes() + online;
  }
}
