package software.amazon.awssdk.core;

public final class ResponseBytes<T> {
  public native String asUtf8String();
}
