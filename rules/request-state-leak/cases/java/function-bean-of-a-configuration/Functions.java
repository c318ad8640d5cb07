package shop;

import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
public class Functions {
  @Autowired private Receipts receipts;

  // entry: Functions::checkout
  @Bean
  public Function<String, String> checkout(Audit audit) {
    return customer -> {
      audit.begin(customer);
      return audit.end();
    };
  }

  // entry: Functions::print
  @Bean
  public Function<String, String> print(ObjectProvider<Draft> drafts) {
    return customer -> {
      Draft draft = drafts.getObject();
      draft.customer = customer;
      return receipts.headline() + draft.render();
    };
  }
}
