import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class ExportHandler implements RequestHandler<Map<String, String>, String> {
  private final Exports exports = new Exports();

  public ExportHandler() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("done"))); // safe: once, when the handler is made
  }

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    return exports.begin(event.get("table")) + exports.log();
  }
}
