import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class ExportHandler implements RequestHandler<Map<String, String>, String> {
  private final Exporter exporter = new Exporter();

  public ExportHandler() {
    if (System.getenv("TABLE") == null) {
      System.exit(2); // safe: the handler is made before the first invocation
    }
  }

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    return exporter.export(event.get("table"));
  }
}
