package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

public class OrderHandler implements RequestHandler<String, String> {
  private static final HikariDataSource SOURCE = open();

  private static HikariDataSource open() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:postgresql://" + System.getenv("DATABASE_HOST") + "/orders");
    return new HikariDataSource(config); // expect: pool-size warning
  }

  @Override
  public String handleRequest(String id, Context context) {
    try (Connection connection = SOURCE.getConnection()) {
      return connection.getCatalog() + id;
    } catch (SQLException problem) {
      throw new IllegalStateException(problem);
    }
  }
}
