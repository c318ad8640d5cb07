package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.xray.AWSXRay;
import java.util.Map;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParameterRequest;

public class Notice implements RequestHandler<Map<String, String>, String> {
  private final SsmClient parameters = SsmClient.create();

  @Override
  public String handleRequest(Map<String, String> order, Context context) {
    GetParameterRequest request = GetParameterRequest.builder().name("/notices/" + order.get("kind")).build();
    return AWSXRay.createSubsegment("notice", () -> parameters.getParameter(request).parameter().value());
  }
}
