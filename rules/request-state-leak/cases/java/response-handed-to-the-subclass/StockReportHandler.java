package reports;

import java.util.Map;

public class StockReportHandler extends TextHandler {
  @Override
  protected void writeBody(Map<String, String> event, StringBuilder response) {
    response.append("Stock of ").append(event.get("shop")); // safe: the builder belongs to one invocation
  }
}
