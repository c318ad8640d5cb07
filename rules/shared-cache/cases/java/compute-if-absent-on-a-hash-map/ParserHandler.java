package parsers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

public class ParserHandler implements RequestHandler<Map<String, String>, Boolean> {
  private final Map<Integer, Pattern> patterns = new HashMap<>();

  @Override
  public Boolean handleRequest(Map<String, String> event, Context context) {
    int length = Math.min(event.size(), 8);
    Pattern pattern = patterns.computeIfAbsent(length, n -> Pattern.compile("\\d{" + n + "}")); // expect: shared-cache error
    Map<String, Integer> seen = new HashMap<>();
    seen.put("length", length); // safe: the map belongs to the invocation
    return pattern.matcher("1234").matches();
  }
}
