import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

public class PlanHandler implements RequestHandler<Map<String, String>, String> {
  private final DynamoDbClient dynamo = DynamoDbClient.create();
  private final Map<String, String> plans = new ConcurrentHashMap<>();
  private String plan;
  private String table;

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    if (table == null) {
      table = System.getenv("PLANS"); // expect: unsafe-lazy-init note
    }
    return planOf(event.get("tenant")) + fixed(event.get("tenant"));
  }

  private String planOf(String tenant) {
    if (plan == null) {
      plan = read(tenant); // expect: unsafe-lazy-init error
    }
    return plan;
  }

  private String fixed(String tenant) {
    String own = plans.computeIfAbsent(tenant, this::read); // expect: shared-cache warning
    return own; // fixed: one entry for each tenant
  }

  private String read(String tenant) {
    GetItemRequest request = GetItemRequest.builder().tableName(table).key(Map.of("id", AttributeValue.builder().s(tenant).build())).build();
    return dynamo.getItem(request).item().get("plan").s(); // safe: nothing is kept here
  }
}
