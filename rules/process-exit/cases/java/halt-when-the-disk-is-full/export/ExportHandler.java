package export;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

public class ExportHandler implements RequestHandler<Map<String, String>, Integer> {
  private final Disk disk = new Disk();

  // entry: ExportHandler::handleRequest
  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    disk.demand(Long.parseLong(event.get("bytes")));
    return 0;
  }

  // entry: ExportHandler::careful
  public Integer careful(Map<String, String> event, Context context) throws IOException, InterruptedException {
    disk.require(Long.parseLong(event.get("bytes")));
    Process child = new ProcessBuilder("/opt/export", event.get("table")).start();
    if (!child.waitFor(10, TimeUnit.SECONDS)) child.destroyForcibly(); // safe: the child's process
    return child.exitValue();
  }
}
