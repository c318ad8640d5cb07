package software.amazon.awssdk.services.dynamodb.model;

import java.util.Map;

public class QueryRequest {
  public static native Builder builder();

  public interface Builder {
    Builder tableName(String tableName);
    Builder keyConditionExpression(String expression);
    Builder expressionAttributeValues(Map<String, AttributeValue> values);
    Builder exclusiveStartKey(Map<String, AttributeValue> key);
    QueryRequest build();
  }
}
