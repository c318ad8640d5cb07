package software.amazon.awssdk.services.dynamodb;

import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

public interface DynamoDbClient extends SdkClient {
  static DynamoDbClient create() {
    return null;
  }

  GetItemResponse getItem(GetItemRequest request);
  QueryResponse query(QueryRequest request);
}
