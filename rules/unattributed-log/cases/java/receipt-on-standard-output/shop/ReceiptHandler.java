package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;

public class ReceiptHandler implements RequestHandler<Map<String, String>, String> {
  private final Receipts receipts = new Receipts(new PrintStream(new ByteArrayOutputStream()));

  public ReceiptHandler() {
    System.out.println("ready"); // safe: no request is served yet
  }

  // entry: ReceiptHandler::handleRequest
  @Override
  public String handleRequest(Map<String, String> order, Context context) {
    return receipts.print(order.get("id"), order.size());
  }

  // fixed: the logger of the runtime knows the request of the thread
  // entry: ReceiptHandler::careful
  public String careful(Map<String, String> order, Context context) {
    context.getLogger().log("receipt for " + order.get("id"));
    return receipts.write(order.get("id"), order.size());
  }
}
