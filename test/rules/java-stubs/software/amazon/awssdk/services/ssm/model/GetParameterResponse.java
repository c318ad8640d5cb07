package software.amazon.awssdk.services.ssm.model;

public class GetParameterResponse {
  public native Parameter parameter();
}
