package orders;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class PaymentService {
  private static final Logger LOG = LoggerFactory.getLogger(PaymentService.class);

  String pay(String order, String customer) {
    MDC.put("customer", customer); // expect: stale-thread-local warning
    LOG.info("paying {}", order);
    MDC.put("step", "payment"); // safe: a constant tells nothing of a request
    return order;
  }
}
