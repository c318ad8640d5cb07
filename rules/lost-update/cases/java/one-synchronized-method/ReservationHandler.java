package stock;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class ReservationHandler implements RequestHandler<Map<String, String>, Boolean> {
  private final Seats seats = new Seats();

  @Override
  public Boolean handleRequest(Map<String, String> event, Context context) {
    return seats.reserve();
  }
}
