package keys;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.ssm.SsmClient;

public class KeysHandler implements RequestHandler<Map<String, String>, String> {
  private static final SsmClient SSM = SsmClient.create();
  private volatile String key = "";
  private volatile Instant expires = Instant.EPOCH;
  private String signingKey = "";
  private Instant signingExpires = Instant.EPOCH;

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    if (Instant.now().isAfter(expires)) {
      key = load("/keys/current"); // expect: cache-stampede warning
      expires = Instant.now().plusSeconds(300); // safe: the time belongs to the refresh
    }
    return key + signingKey();
  }

  private synchronized String signingKey() {
    if (Instant.now().isAfter(signingExpires)) {
      signingKey = load("/keys/signing"); // safe: one invocation refreshes, the others wait
      signingExpires = Instant.now().plusSeconds(300);
    }
    return signingKey;
  }

  private static String load(String name) {
    return SSM.getParameter(request -> request.name(name)).parameter().value();
  }
}
