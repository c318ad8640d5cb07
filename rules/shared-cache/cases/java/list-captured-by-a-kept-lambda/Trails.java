import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

final class Trails {
  private Trails() {}

  /** The list lives as long as the function that is returned. */
  static Function<String, List<String>> remembering() {
    List<String> seen = new ArrayList<>();
    return entry -> {
      seen.add(entry); // expect: shared-cache error
      return seen;
    };
  }

  static Function<String, List<String>> collecting() {
    List<String> mine = new ArrayList<>();
    return entry -> {
      mine.add(entry);
      return mine;
    };
  }
}
