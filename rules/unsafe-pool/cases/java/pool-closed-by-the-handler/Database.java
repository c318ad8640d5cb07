package reports;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

final class Database {
  static final HikariDataSource POOL = new HikariDataSource(new HikariConfig("/hikari.properties"));

  private Database() {}

  static void shutdown() {
    POOL.close(); // expect: unsafe-pool error
  }
}
