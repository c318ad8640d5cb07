package shop;

import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

@Component
@Scope("prototype")
class Letter {
  private String to;

  void address(String to) {
    this.to = to; // expect: request-state-leak error
  }

  String text() {
    return "To " + to;
  }
}
