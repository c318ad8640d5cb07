package software.amazon.lambda.powertools.parameters;

import java.time.temporal.ChronoUnit;

public abstract class BaseProvider {
  public native String get(String key);
  public native BaseProvider withMaxAge(int maxAge, ChronoUnit unit);
}
