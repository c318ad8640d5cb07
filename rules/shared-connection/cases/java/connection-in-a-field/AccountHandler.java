package accounts;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.sql.SQLException;
import java.util.Map;

public class AccountHandler implements RequestHandler<Map<String, String>, Integer> {
  private final Accounts accounts = new Accounts();

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    try {
      return accounts.close(event.get("account"));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
