package invoices;

class InvoiceNumbers {
  String next() {
    return CurrentRequest.get("customer") + "-" + CurrentRequest.get("year");
  }
}
