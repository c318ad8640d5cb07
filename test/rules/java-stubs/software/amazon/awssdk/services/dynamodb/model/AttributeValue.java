package software.amazon.awssdk.services.dynamodb.model;

public class AttributeValue {
  public static native Builder builder();
  public native String s();

  public interface Builder {
    Builder s(String s);
    Builder n(String n);
    AttributeValue build();
  }
}
