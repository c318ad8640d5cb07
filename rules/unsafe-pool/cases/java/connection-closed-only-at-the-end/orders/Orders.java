package orders;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

class Orders {
  private final DataSource source;

  Orders(DataSource source) {
    this.source = source;
  }

  boolean isPaid(String id) throws SQLException {
    Connection connection = source.getConnection(); // expect: unsafe-pool error
    PreparedStatement query = connection.prepareStatement("select 1 from payments where id = ?");
    query.setString(1, id);
    boolean found = query.executeQuery().next();
    connection.close();
    return found;
  }

  boolean isKnown(String id) throws SQLException {
    try (Connection connection = source.getConnection(); // fixed: closed on every way out
        PreparedStatement query = connection.prepareStatement("select 1 from orders where id = ?")) {
      query.setString(1, id);
      return query.executeQuery().next();
    }
  }

  boolean isSent(String id) throws SQLException {
    Connection connection = null;
    try {
      connection = source.getConnection(); // safe: a helper closes it, when there is one
      PreparedStatement query = connection.prepareStatement("select 1 from parcels where id = ?");
      query.setString(1, id);
      return query.executeQuery().next();
    } finally {
      closeQuietly(connection);
    }
  }

  private static void closeQuietly(Connection connection) {
    if (connection == null) return;
    try {
      connection.close();
    } catch (SQLException ignored) {
      // It is gone anyway.
    }
  }
}
