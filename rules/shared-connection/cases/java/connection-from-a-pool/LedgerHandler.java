package ledger;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

public class LedgerHandler implements RequestHandler<Map<String, String>, Integer> {
  private final DataSource ledger;

  public LedgerHandler() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(System.getenv("JDBC_URL"));
    ledger = new HikariDataSource(config);
  }

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    try (Connection connection = ledger.getConnection()) { // fixed: a connection for each invocation, given back at the end
      connection.setAutoCommit(false);
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO entry (id) VALUES (?)")) {
        insert.setString(1, event.get("id"));
        int changed = insert.executeUpdate();
        connection.commit();
        return changed;
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
