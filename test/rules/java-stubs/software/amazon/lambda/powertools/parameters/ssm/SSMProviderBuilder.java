package software.amazon.lambda.powertools.parameters.ssm;

public class SSMProviderBuilder {
  public native SSMProvider build();
}
