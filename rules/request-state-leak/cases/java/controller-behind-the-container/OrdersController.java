package shop;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class OrdersController {
  private final Orders orders = new Orders();
  private String customer;

  // entry: OrdersController::open
  @GetMapping("/orders/{customer}")
  public List<String> open(@PathVariable String customer) {
    this.customer = customer; // expect: request-state-leak error
    return orders.of(this.customer, "open");
  }

  // entry: OrdersController::closed
  @GetMapping("/orders/{customer}/closed")
  public List<String> closed(@PathVariable String customer) {
    return orders.of(customer, "closed"); // fixed: the customer is an argument
  }
}
