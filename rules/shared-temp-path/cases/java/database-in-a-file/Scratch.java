package rows;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

final class Scratch {
  private Scratch() {}

  static int sort(String address, List<String> rows) throws SQLException {
    try (Connection database = DriverManager.getConnection(address); // expect: shared-temp-path error
        Statement statement = database.createStatement()) {
      statement.execute("create table if not exists sorted (text varchar)");
      return rows.size();
    }
  }

  static int sortInMemory(List<String> rows) throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:h2:mem:")) { // fixed: no file at all
      return database.isClosed() ? 0 : rows.size();
    }
  }
}
