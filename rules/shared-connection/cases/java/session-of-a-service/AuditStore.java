package audit;

import java.util.Map;
import org.hibernate.Session;

class AuditStore {
  private final Session session;

  AuditStore(Session session) {
    this.session = session;
  }

  void save(Map<String, String> entry) {
    session.persist(entry); // expect: shared-connection error
  }
}
