package audit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

public class AuditHandler implements RequestHandler<Map<String, String>, String> {
  private static final SessionFactory SESSIONS = new Configuration().configure().buildSessionFactory();
  private final AuditStore store = new AuditStore(SESSIONS.openSession());

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    store.save(event);
    try (Session own = SESSIONS.openSession()) {
      own.persist(event); // safe: a session of the invocation
    }
    return "saved";
  }
}
