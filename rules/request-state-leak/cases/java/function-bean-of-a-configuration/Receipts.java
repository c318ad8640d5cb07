package shop;

import org.springframework.stereotype.Service;

@Service
class Receipts {
  private final String shop = System.getenv("SHOP_NAME"); // safe: set when the service is made

  String headline() {
    return shop + ": ";
  }
}
