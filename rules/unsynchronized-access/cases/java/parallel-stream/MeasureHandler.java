package measure;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

public class MeasureHandler implements RequestHandler<Map<String, List<String>>, Integer> {
  @Override
  public Integer handleRequest(Map<String, List<String>> event, Context context) {
    List<Integer> lengths = new ArrayList<>();
    event.get("words").parallelStream().forEach(word -> lengths.add(word.length())); // expect: unsynchronized-access error
    List<Integer> guarded = Collections.synchronizedList(new ArrayList<>());
    event.get("words").parallelStream().forEach(word -> guarded.add(word.length())); // safe: a synchronized list
    List<Integer> collected = event.get("words").parallelStream().map(String::length).toList(); // safe: the stream puts the results together
    return lengths.size() + guarded.size() + collected.size();
  }
}
