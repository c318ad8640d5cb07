package reports;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

public class ReportHandler implements RequestHandler<Map<String, String>, Boolean> {
  @Override
  public Boolean handleRequest(Map<String, String> event, Context context) {
    try (Connection connection = Database.POOL.getConnection()) { // safe: closing it gives it back
      return connection.isValid(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    } finally {
      Database.shutdown();
    }
  }
}
