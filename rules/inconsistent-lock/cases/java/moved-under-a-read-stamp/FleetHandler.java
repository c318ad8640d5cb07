import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class FleetHandler implements RequestHandler<Map<String, Integer>, Integer> {
  private final Position position = new Position();

  @Override
  public Integer handleRequest(Map<String, Integer> event, Context context) {
    if (event.containsKey("drift")) {
      position.drift(event.get("drift"));
    } else {
      position.move(event.get("metres"));
    }
    return position.metres();
  }
}
