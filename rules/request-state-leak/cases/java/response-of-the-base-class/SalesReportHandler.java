package reports;

import java.util.Map;

public class SalesReportHandler extends ReportHandler {
  @Override
  protected void writeBody(Map<String, String> event) {
    response.append("Sales of ").append(event.get("shop"));
  }
}
