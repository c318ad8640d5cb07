package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.rds.RdsUtilities;

public class CountHandler implements RequestHandler<String, Integer> {
  private static final String URL = "jdbc:postgresql://" + System.getenv("DB_HOST") + "/shop";
  private static final RdsUtilities UTILITIES = RdsUtilities.builder().build();
  private static final Supplier<String> ONCE = Suppliers.memoize(CountHandler::token);
  // fixed: the supplier makes another one in time
  private static final Supplier<String> TIMED = Suppliers.memoizeWithExpiration(CountHandler::token, 10, TimeUnit.MINUTES);

  private static String token() {
    return UTILITIES.generateAuthenticationToken(request -> request.hostname(System.getenv("DB_HOST")).port(5432).username("orders"));
  }

  @Override
  public Integer handleRequest(String table, Context context) {
    return count(ONCE.get()); // expect: stale-credential warning
  }

  public Integer handleTimed(String table, Context context) {
    return count(TIMED.get());
  }

  private int count(String password) {
    try (Connection connection = DriverManager.getConnection(URL, "orders", password); // expect: connection-per-invocation warning
        ResultSet rows = connection.createStatement().executeQuery("SELECT count(*) FROM orders")) {
      return rows.next() ? rows.getInt(1) : 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
