package software.amazon.awssdk.services.ssm.model;

public class GetParameterRequest {
  public static native Builder builder();

  public interface Builder {
    Builder name(String name);
    Builder withDecryption(Boolean withDecryption);
    GetParameterRequest build();
  }
}
