package orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;

public class OrderHandler implements RequestHandler<Map<String, String>, Boolean> {
  private final Orders orders = new Orders(new HikariDataSource(new HikariConfig("/hikari.properties")));

  @Override
  public Boolean handleRequest(Map<String, String> event, Context context) {
    try {
      String id = event.get("id");
      return orders.isPaid(id) || orders.isKnown(id) || orders.isSent(id);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
