package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

public class OrderHandler implements RequestHandler<String, String> {
  @Override
  public String handleRequest(String order, Context context) {
    try (Connection orders = DriverManager.getConnection(System.getenv("ORDERS_URL")); // expect: connection-per-invocation warning
        Connection prices = Database.prices()) {
      return orders.getCatalog() + prices.getCatalog();
    } catch (SQLException problem) {
      throw new IllegalStateException(problem);
    }
  }
}
