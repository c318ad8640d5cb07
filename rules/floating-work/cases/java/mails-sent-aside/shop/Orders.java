package shop;

import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
public class Orders {
  @Autowired Mails mails;

  @Bean
  public Function<String, String> store() {
    return order -> {
      mails.announce(order); // expect: floating-work warning
      return order;
    };
  }

  @Bean
  public Function<String, String> storeAndConfirm() {
    return order -> {
      mails.remind(order); // fixed: on the thread of the request
      return mails.confirm(order).join(); // safe: waited for
    };
  }
}
