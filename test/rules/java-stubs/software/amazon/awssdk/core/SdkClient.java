package software.amazon.awssdk.core;

public interface SdkClient extends AutoCloseable {
  String serviceName();
  @Override void close();
}
