package fleet;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class TruckHandler implements RequestHandler<Map<String, String>, String> {
  private final Station station = new Station();
  private final Position position = new Position();
  private final Depot depot = new Depot();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    if (event.containsKey("move")) {
      Station.Fix fix = station.locate();
      position.setLatitude(fix.latitude());
      position.setLongitude(fix.longitude());
      depot.move(station.locate());
      depot.limit(station.range());
    }
    Station.Fix at = depot.fix();
    return position.latitude() + "," + position.longitude() + " " + at.latitude() + "," + at.longitude() + " " + depot.width();
  }
}
