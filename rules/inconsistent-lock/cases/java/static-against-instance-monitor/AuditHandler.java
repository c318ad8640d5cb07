package audit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public class AuditHandler implements RequestHandler<Map<String, String>, String> {
  private static final List<String> OPENED = new ArrayList<>();
  private static final List<String> CLOSED = new ArrayList<>();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    opened();
    closed();
    return clear() + "/" + size();
  }

  private synchronized void opened() {
    OPENED.add("opened"); // expect: inconsistent-lock error
  }

  private static synchronized int clear() {
    int size = OPENED.size();
    OPENED.clear();
    return size;
  }

  private void closed() {
    synchronized (AuditHandler.class) {
      CLOSED.add("closed"); // fixed: the monitor of the class, as in the static method
    }
  }

  private static synchronized int size() {
    return CLOSED.size(); // safe: a static synchronized method locks the class
  }
}
