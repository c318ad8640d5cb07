package software.amazon.awssdk.services.rds.model;

public final class GenerateAuthenticationTokenRequest {
  public interface Builder {
    Builder hostname(String hostname);

    Builder port(int port);

    Builder username(String username);
  }
}
