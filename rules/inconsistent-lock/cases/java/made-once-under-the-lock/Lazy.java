package rates;

import java.util.function.Supplier;

/** safe: whoever reads `value` has looked at it under the lock before, and nobody writes it a second time. */
final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private T value;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    synchronized (this) {
      if (value == null) {
        value = maker.get();
      }
    }
    return value;
  }
}
