package shop;

import org.springframework.stereotype.Component;

@Component
class MemoryAudit implements Audit {
  private String customer;

  @Override
  public void begin(String customer) {
    this.customer = customer; // expect: request-state-leak error
  }

  @Override
  public String end() {
    return "done for " + customer;
  }
}
