package stamps;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.text.DecimalFormat;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Map;

public class StampHandler implements RequestHandler<Map<String, String>, String> {
  private static final ThreadLocal<SimpleDateFormat> DAY = ThreadLocal.withInitial(() -> new SimpleDateFormat("yyyy-MM-dd"));
  private final DecimalFormat amount = new DecimalFormat("0.00");

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    String day = DAY.get().format(new Date()); // safe: a formatter for each thread
    return day + " " + price(12.5);
  }

  private String price(double value) {
    synchronized (amount) {
      return amount.format(value); // fixed: one user at a time
    }
  }
}
