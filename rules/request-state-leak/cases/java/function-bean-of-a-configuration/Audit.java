package shop;

public interface Audit {
  void begin(String customer);

  String end();
}
