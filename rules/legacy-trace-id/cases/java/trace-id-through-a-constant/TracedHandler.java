package tracing;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.Map;

public class TracedHandler {
    // entry: TracedHandler::handleRequest
    public String handleRequest(Map<String, String> event, Context context) {
        return Tracing.stage() + " " + Tracing.environment(Tracing.TRACE);
    }

    // entry: TracedHandler::handleProperty
    public String handleProperty(Map<String, String> event, Context context) {
        return System.getProperty("com.amazonaws.xray.traceHeader"); // expect: legacy-trace-id warning
    }

    // entry: TracedHandler::handleFixed
    public String handleFixed(Map<String, String> event, Context context) {
        return Tracing.stage() + " " + context.getAwsRequestId(); // fixed: what the context tells of the request
    }
}
