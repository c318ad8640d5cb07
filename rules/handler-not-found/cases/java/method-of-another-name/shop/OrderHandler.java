package shop;

public class OrderHandler {
  public String place(String order) {
    return order.trim();
  }
}
