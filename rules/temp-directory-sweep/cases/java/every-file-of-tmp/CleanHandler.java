package clean;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.File;
import java.util.Map;

public class CleanHandler implements RequestHandler<Map<String, String>, Integer> {
  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    File[] left = new File("/tmp").listFiles();
    for (File file : left) {
      file.delete(); // expect: temp-directory-sweep error
    }
    for (File file : new File("/var/task/templates").listFiles()) {
      file.length(); // safe: only looked at
    }
    return left.length;
  }
}
