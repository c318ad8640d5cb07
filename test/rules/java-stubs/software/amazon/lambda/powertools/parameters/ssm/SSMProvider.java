package software.amazon.lambda.powertools.parameters.ssm;

import java.time.temporal.ChronoUnit;
import software.amazon.lambda.powertools.parameters.BaseProvider;

public class SSMProvider extends BaseProvider {
  public static native SSMProviderBuilder builder();
  @Override
  public native SSMProvider withMaxAge(int maxAge, ChronoUnit unit);
}
