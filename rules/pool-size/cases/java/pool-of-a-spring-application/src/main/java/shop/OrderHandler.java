package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

public class OrderHandler implements RequestHandler<String, String> {
  private static final ConfigurableApplicationContext CONTEXT = SpringApplication.run(OrderHandler.class);

  @Override
  public String handleRequest(String id, Context context) {
    try (Connection connection = CONTEXT.getBean(DataSource.class).getConnection()) {
      return connection.getCatalog() + id;
    } catch (SQLException problem) {
      throw new IllegalStateException(problem);
    }
  }
}
