package notes;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public class NotesHandler implements RequestHandler<Map<String, String>, Integer> {
  private static final List<String> NOTES = new ArrayList<>();

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    Object lock = new Object();
    synchronized (lock) {
      // A lock of the invocation's own keeps nobody out.
      NOTES.add("note"); // expect: inconsistent-lock error
      return NOTES.size();
    }
  }
}
