package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationContext;

@SpringBootApplication
public class InvoiceHandler implements RequestHandler<String, String> {
  private static final ApplicationContext BEANS = SpringApplication.run(InvoiceHandler.class);

  @Override
  public String handleRequest(String customer, Context context) {
    Page page = BEANS.getBean(Page.class);
    page.address(customer);
    return BEANS.getBean(Invoices.class).invoice(customer) + page.text();
  }
}
