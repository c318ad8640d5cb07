package accounts;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

class Accounts {
  private final Connection connection;

  Accounts() {
    try {
      connection = DriverManager.getConnection(System.getenv("JDBC_URL"));
      connection.setAutoCommit(false); // safe: before the first invocation
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  int close(String account) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement("UPDATE account SET open = 0 WHERE id = ?")) {
      update.setString(1, account);
      int changed = update.executeUpdate();
      connection.commit(); // expect: shared-connection error
      return changed;
    }
  }
}
