package shop;

import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParameterRequest;

class Receipts {
  private final SsmClient parameters = SsmClient.create();

  String of(String order) {
    GetParameterRequest request = GetParameterRequest.builder().name("/receipts/" + order).build();
    return parameters.getParameter(request).parameter().value();
  }
}
