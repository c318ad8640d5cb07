package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

public class OrderHandler implements RequestHandler<String, Integer> {
  private final Database database = new Database();
  private final DataSource orders = database.pool(); // expect: stale-credential warning

  @Override
  public Integer handleRequest(String id, Context context) {
    try (Connection connection = orders.getConnection()) {
      return total(connection, id);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  // safe: a token for each connection
  public Integer handleAlone(String id, Context context) {
    try (Connection connection = DriverManager.getConnection("jdbc:postgresql://" + System.getenv("DB_HOST") + "/shop", "orders", database.token("orders"))) {
      return total(connection, id);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private int total(Connection connection, String id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT total FROM orders WHERE id = ?")) {
      statement.setString(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getInt(1) : 0;
      }
    }
  }
}
