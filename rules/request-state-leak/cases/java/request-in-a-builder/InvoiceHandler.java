import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class InvoiceHandler implements RequestHandler<Map<String, String>, String> {
  private final Printer printer = new Printer();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    Invoice invoice = Invoice.builder().currency("EUR").customer(event.get("customer")).build();
    printer.begin(invoice);
    Invoice own = Invoice.builder().currency("USD").customer(event.get("customer")).build(); // fixed: passed on, kept nowhere
    return printer.end() + own.customer;
  }
}

class Printer {
  private String customer;

  void begin(Invoice invoice) {
    customer = invoice.customer; // expect: request-state-leak error
  }

  String end() {
    return "invoice for " + customer;
  }
}

final class Invoice {
  final String customer;
  final String currency;

  private Invoice(Builder builder) {
    this.customer = builder.customer; // safe: the invocation has made this object
    this.currency = builder.currency;
  }

  static Builder builder() {
    return new Builder();
  }

  static final class Builder {
    private String customer;
    private String currency;

    Builder customer(String value) {
      this.customer = value;
      return this;
    }

    Builder currency(String value) {
      this.currency = value;
      return this;
    }

    Invoice build() {
      return new Invoice(this);
    }
  }
}
