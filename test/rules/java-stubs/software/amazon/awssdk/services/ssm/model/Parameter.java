package software.amazon.awssdk.services.ssm.model;

public class Parameter {
  public native String value();
}
