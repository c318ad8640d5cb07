package words;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public class WordHandler implements RequestHandler<Map<String, String>, List<String>> {
  private static final List<String> STOP_WORDS = new ArrayList<>();

  static {
    STOP_WORDS.add("the"); // safe: the static initialiser runs before any invocation
    STOP_WORDS.add("a");
  }

  @Override
  public List<String> handleRequest(Map<String, String> event, Context context) {
    List<String> words = new ArrayList<>();
    for (String word : event.get("text").split(" ")) {
      collect(words, word);
    }
    return words;
  }

  private static void collect(List<String> into, String word) {
    if (!STOP_WORDS.contains(word)) {
      into.add(word); // safe: the list was made by this invocation
    }
  }
}
