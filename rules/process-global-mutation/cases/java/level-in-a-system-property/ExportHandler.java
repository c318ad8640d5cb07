package export;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class ExportHandler implements RequestHandler<Map<String, String>, String> {
    static {
        System.setProperty("export.format", "csv"); // safe: before the first invocation
    }

    private final ExportRun run = new ExportRun();

    // entry: ExportHandler::handleRequest
    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        System.setProperty("export.home", "/var/task/export"); // expect: process-global-mutation note
        return run.start(event.get("table"), event.get("logLevel"));
    }

    // entry: ExportHandler::handleFixed
    public String handleFixed(Map<String, String> event, Context context) {
        return run.startWith(event.get("table"), new ExportOptions(event.get("logLevel"))); // fixed: options of this run
    }
}
