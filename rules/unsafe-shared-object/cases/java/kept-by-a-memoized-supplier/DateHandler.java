package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Date;

public class DateHandler implements RequestHandler<Long, String> {
  @Override
  public String handleRequest(Long millis, Context context) {
    Date date = new Date(millis);
    return Formats.KEPT.get().format(date) // expect: unsafe-shared-object error
        + Formats.MADE.get().format(date); // fixed: a plain supplier makes one for each call
  }
}
