package shop;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

final class Database {
  static final HikariDataSource ORDERS = open("orders", 2);
  // fixed: half of the thirty-two invocations of a vCPU
  static final HikariDataSource PRICES = large();

  private Database() {}

  private static HikariDataSource open(String name, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:postgresql://db/" + name);
    config.setMaximumPoolSize(connections); // expect: pool-size warning
    return new HikariDataSource(config);
  }

  private static HikariDataSource large() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:postgresql://db/prices");
    config.setMaximumPoolSize(16);
    return new HikariDataSource(config);
  }
}
