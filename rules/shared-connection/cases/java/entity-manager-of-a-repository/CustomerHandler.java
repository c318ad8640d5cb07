package customers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;

public class CustomerHandler implements RequestHandler<Map<String, String>, Boolean> {
  private static final EntityManagerFactory FACTORY = Persistence.createEntityManagerFactory("customers");
  private final EntityManager entities = FACTORY.createEntityManager();

  @Override
  public Boolean handleRequest(Map<String, String> event, Context context) {
    boolean known = entities.find(Object.class, event.get("id")) != null; // expect: shared-connection error
    try (EntityManager own = FACTORY.createEntityManager()) {
      return known && own.find(Object.class, event.get("id")) != null; // safe: the factory is made to be shared, the manager is its own
    }
  }
}
