package photos;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Map;

public class ScratchHandler implements RequestHandler<Map<String, String>, Integer> {
  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    String byThread = "/tmp/scratch-" + Thread.currentThread().getId();
    String byProcess = "/tmp/scratch-" + ProcessHandle.current().pid();
    try (FileOutputStream first = new FileOutputStream(byThread); // safe: overlapping invocations run on different threads
        FileOutputStream second = new FileOutputStream(byProcess)) { // expect: shared-temp-path error
      first.write(1);
      second.write(2);
      return event.size();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
