package words;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

public class WordHandler implements RequestHandler<Map<String, List<String>>, Long> {
  @Override
  public Long handleRequest(Map<String, List<String>> event, Context context) {
    List<String> words = event.get("words");
    int[] counted = new int[1];
    words.parallelStream().forEach(word -> counted[0]++); // expect: lost-update error
    LongAdder added = new LongAdder();
    words.parallelStream().forEach(word -> added.add(word.length())); // fixed: an adder is made for threads
    int[] lengths = new int[words.size()];
    IntStream.range(0, lengths.length).parallel().forEach(index -> lengths[index] += words.get(index).length()); // safe: an element for each task
    Tally tally = new Tally();
    words.parallelStream().forEach(tally::take);
    return counted[0] + added.sum() + Arrays.stream(lengths).sum() + tally.total();
  }
}
