package shop;

import java.util.List;

class Orders {
  private final String table = System.getenv("ORDERS");

  List<String> of(String customer, String state) {
    return List.of(table + "/" + customer + "/" + state); // safe: `table` is set once, when the object is made
  }
}
