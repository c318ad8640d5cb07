package shop;

import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

@Component
@Scope("prototype")
class Draft {
  String customer; // fixed: whoever asks the provider gets a draft of his own

  String render() {
    return "for " + customer;
  }
}
