package documents;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

public class DocumentHandler implements RequestHandler<Map<String, String>, String> {
  private final DocumentService documents = new DocumentService();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    if (event.get("user") != null) {
      SecurityContextHolder.getContext().setAuthentication(new UsernamePasswordAuthenticationToken(event.get("user"), null)); // expect: stale-thread-local warning
    }
    return documents.open(event.get("document"));
  }
}
