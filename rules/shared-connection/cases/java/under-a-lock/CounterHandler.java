package counter;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

public class CounterHandler implements RequestHandler<Map<String, String>, Integer> {
  private final Connection connection;

  public CounterHandler() throws SQLException {
    connection = DriverManager.getConnection(System.getenv("JDBC_URL"));
  }

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    synchronized (this) {
      try (Statement statement = connection.createStatement()) { // safe: one invocation at a time, slow as it is
        return statement.executeUpdate("UPDATE counter SET value = value + 1"); // expect: lock-across-io warning
      } catch (SQLException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }
}
