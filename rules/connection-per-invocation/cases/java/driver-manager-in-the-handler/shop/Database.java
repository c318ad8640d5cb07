package shop;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

final class Database {
  private static volatile HikariDataSource source;

  private Database() {}

  static Connection prices() throws SQLException {
    if (source == null) {
      synchronized (Database.class) {
        if (source == null) {
          source = new HikariDataSource(config()); // safe: made by the invocation that comes first
        }
      }
    }
    return source.getConnection(); // fixed: taken from a pool, and given back when it is closed
  }

  private static HikariConfig config() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(System.getenv("PRICES_URL"));
    config.setMaximumPoolSize(16);
    return config;
  }
}
