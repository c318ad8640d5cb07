package lines;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Map;

public class LineHandler implements RequestHandler<Map<String, String>, String> {
  private static final ThreadLocal<SimpleDateFormat> FORMAT = ThreadLocal.withInitial(() -> new SimpleDateFormat("yyyy-MM-dd"));
  private static final ThreadLocal<StringBuilder> BUFFER = ThreadLocal.withInitial(StringBuilder::new);

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    StringBuilder line = BUFFER.get();
    line.setLength(0);
    line.append(event.get("text")); // safe: emptied before each use
    return FORMAT.get().format(new Date(Long.parseLong(event.get("at")))) + line; // safe: a formatter holds no request
  }
}
