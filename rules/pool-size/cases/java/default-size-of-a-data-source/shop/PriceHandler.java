package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

public class PriceHandler implements RequestHandler<String, String> {
  private static final HikariDataSource SOURCE = open();

  private static HikariDataSource open() {
    HikariConfig config = new HikariConfig("/hikari.properties");
    return new HikariDataSource(config); // safe: the file may say how many
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
