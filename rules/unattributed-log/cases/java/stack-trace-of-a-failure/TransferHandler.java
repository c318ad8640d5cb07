import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

public class TransferHandler implements RequestHandler<Map<String, String>, Integer> {
  // entry: TransferHandler::handleRequest
  @Override
  public Integer handleRequest(Map<String, String> transfer, Context context) {
    try {
      return Integer.parseInt(transfer.get("amount"));
    } catch (NumberFormatException e) {
      e.printStackTrace(); // expect: unattributed-log note
      return 0;
    }
  }

  // entry: TransferHandler::careful
  public Integer careful(Map<String, String> transfer, Context context) {
    try {
      return Integer.parseInt(transfer.get("amount"));
    } catch (NumberFormatException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace)); // safe: into a text
      context.getLogger().log(trace.toString()); // fixed: one entry with the id of the request
      System.err.println(context.getAwsRequestId() + ": no amount"); // safe: the line says whose it is
      return 0;
    }
  }
}
