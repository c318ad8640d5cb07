package flags;

import java.time.temporal.ChronoUnit;
import software.amazon.lambda.powertools.parameters.ssm.SSMProvider;

class Flags {
  private final SSMProvider parameters = SSMProvider.builder().build();

  String read(String name) {
    return parameters.withMaxAge(30, ChronoUnit.SECONDS).get("/flags/" + name); // expect: shared-client-mutation error
  }
}
