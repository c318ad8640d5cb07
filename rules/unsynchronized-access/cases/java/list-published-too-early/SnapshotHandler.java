package words;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

public class SnapshotHandler implements RequestHandler<Map<String, String>, Integer> {
  private static volatile Set<String> codes = Set.of();

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    Set<String> fresh = new HashSet<>();
    codes = fresh; // safe: the set holds no request data
    fresh.add("DE"); // expect: unsynchronized-access error
    fresh.add("FR");
    return codes.size();
  }
}
