package rates;

import java.util.concurrent.atomic.AtomicLong;
import javax.annotation.PostConstruct;
import javax.annotation.concurrent.ThreadSafe;

/** No handler is needed: whoever calls it may do so from several threads. */
@ThreadSafe
public class RateBoard extends Board {
  private double euro;
  private volatile double dollar;
  private final AtomicLong quotes = new AtomicLong();
  private String source;

  public RateBoard(String source) {
    this.source = source; // safe: an object that is being made is nobody else's
  }

  @PostConstruct
  void connect() {
    source = "https://" + source; // safe: runs once, before the object is handed out
  }

  public void quote(double euro, double dollar) {
    this.euro = euro; // expect: unsynchronized-access error
    this.dollar = dollar; // safe: volatile, and one store at a time
    quotes.incrementAndGet(); // fixed: an atomic counter
    open();
  }

  double euro() {
    return euro;
  }

  public String describe() {
    return source + " " + dollar + " " + quotes.get() + " " + opened();
  }

  public void close() {
    closed = true;
  }
}
