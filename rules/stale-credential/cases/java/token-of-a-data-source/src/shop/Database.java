package shop;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import software.amazon.awssdk.services.rds.RdsUtilities;

final class Database {
  private final RdsUtilities utilities = RdsUtilities.builder().build();

  String token(String user) {
    return utilities.generateAuthenticationToken(request -> request.hostname(System.getenv("DB_HOST")).port(5432).username(user));
  }

  DataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:postgresql://" + System.getenv("DB_HOST") + "/shop");
    config.setUsername("orders");
    config.setPassword(token("orders"));
    return new HikariDataSource(config);
  }
}
