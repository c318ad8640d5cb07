package flags;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.ssm.SsmClient;

public class FlagsHandler implements RequestHandler<Map<String, String>, String> {
  private static final SsmClient SSM = SsmClient.create();
  private static final String STAGE = System.getenv("STAGE");
  private final Map<String, String> flags = new ConcurrentHashMap<>();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    if (!flags.containsKey(STAGE)) {
      flags.put(STAGE, SSM.getParameter(request -> request.name("/flags/" + STAGE)).parameter().value()); // expect: cache-stampede note
    }
    return flags.get(STAGE);
  }
}
