package shop;

import org.springframework.stereotype.Service;

@Service
class Invoices {
  private final Letter letter;

  Invoices(Letter letter) {
    this.letter = letter;
  }

  String invoice(String customer) {
    letter.address(customer);
    return letter.text();
  }
}
