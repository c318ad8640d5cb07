package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.beans.PropertyChangeSupport;
import java.util.Map;

public class StockHandler implements RequestHandler<Map<String, String>, String> {
  private final Stock stock = new Stock();
  private final Ledger ledger = new Ledger();

  // entry: StockHandler::handleRequest
  @Override
  public String handleRequest(Map<String, String> order, Context context) {
    stock.listen(change -> context.getLogger().log(order.get("id") + change.getPropertyName()));
    stock.take(order.get("article"), 2, 1);
    return order.get("id");
  }

  // entry: StockHandler::careful
  public String careful(Map<String, String> order, Context context) {
    PropertyChangeSupport own = new PropertyChangeSupport(order);
    own.addPropertyChangeListener(change -> context.getLogger().log(order.get("id"))); // safe: goes with the invocation
    own.firePropertyChange("state", "new", "stored");
    ledger.watched(change -> context.getLogger().log(change.getPropertyName()), () -> ledger.post(order.get("account"), 1, 2));
    return order.get("id");
  }
}
