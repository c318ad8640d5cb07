package trace;

import java.util.function.Consumer;

final class Trace {
  private static volatile Consumer<String> sink = System.out::println;

  private Trace() {}

  static void to(Consumer<String> target) {
    sink = target; // expect: request-state-leak error
  }

  static void line(String text) {
    sink.accept(text);
  }
}
