package software.amazon.awssdk.services.dynamodb.model;

import java.util.Map;

public class GetItemRequest {
  public static native Builder builder();

  public interface Builder {
    Builder tableName(String tableName);
    Builder key(Map<String, AttributeValue> key);
    GetItemRequest build();
  }
}
