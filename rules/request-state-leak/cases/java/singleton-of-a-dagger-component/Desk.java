package shop;

class Desk {
  private String customer;

  void setCustomer(String customer) {
    this.customer = customer; // expect: request-state-leak error
  }

  String customer() {
    return customer;
  }
}

class Draft {
  private String text;

  void setText(String text) {
    this.text = text; // safe: the component makes a new one whenever it is asked
  }

  String text() {
    return text;
  }
}
