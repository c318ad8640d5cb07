package rotation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

public class RotationHandler implements RequestHandler<Map<String, String>, Boolean> {
  private HikariDataSource pool = open();
  private final HikariDataSource archive = open();

  private static HikariDataSource open() {
    return new HikariDataSource(new HikariConfig("/hikari.properties"));
  }

  @Override
  public Boolean handleRequest(Map<String, String> event, Context context) {
    if (event.containsKey("rotate")) {
      pool.close(); // expect: unsafe-pool error
      pool = open();
    }
    try (Connection first = pool.getConnection(); Connection second = archive.getConnection()) { // safe: connections, not pools, are closed
      return first.isValid(1) && second.isValid(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
