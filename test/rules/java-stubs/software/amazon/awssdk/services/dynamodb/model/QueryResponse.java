package software.amazon.awssdk.services.dynamodb.model;

import java.util.List;
import java.util.Map;

public class QueryResponse {
  public native List<Map<String, AttributeValue>> items();
  public native Map<String, AttributeValue> lastEvaluatedKey();
}
