package software.amazon.awssdk.services.dynamodb.model;

import java.util.Map;

public class GetItemResponse {
  public native Map<String, AttributeValue> item();
}
