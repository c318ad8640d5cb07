package customers;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

class Customers {
  private final DynamoDbClient client = DynamoDbClient.create();
  private int lookups;
  private String settings;

  synchronized int exists(String id) {
    lookups++;
    GetItemResponse response = client.getItem(GetItemRequest.builder().tableName("customers").build()); // expect: lock-across-io warning
    return response.item().isEmpty() ? lookups : 0;
  }

  int existsBeside(String id) {
    GetItemResponse response = client.getItem(GetItemRequest.builder().tableName("customers").build()); // fixed: asked before the lock is taken
    synchronized (this) {
      return response.item().isEmpty() ? ++lookups : lookups;
    }
  }

  synchronized String settings() {
    if (settings == null) {
      settings = client.getItem(GetItemRequest.builder().tableName("settings").build()).toString(); // safe: once, and everybody has to wait for it anyway
    }
    return settings;
  }
}
