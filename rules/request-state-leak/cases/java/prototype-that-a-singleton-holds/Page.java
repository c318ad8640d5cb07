package shop;

import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

@Component
@Scope("prototype")
class Page {
  private String to;

  void address(String to) {
    this.to = to; // safe: each invocation asks for a page of its own
  }

  String text() {
    return "Page for " + to;
  }
}
