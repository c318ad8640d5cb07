package billing;

class InvoiceBuilder {
  private String customer;

  void setCustomer(String customer) {
    this.customer = customer; // safe: the builder is created by the invocation
  }

  String render() {
    return "Invoice for " + customer;
  }
}
