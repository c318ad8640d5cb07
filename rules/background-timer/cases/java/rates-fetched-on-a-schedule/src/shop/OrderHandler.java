package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Timer;
import java.util.TimerTask;

public class OrderHandler implements RequestHandler<String, Double> {
  private static final Rates RATES = new Rates();

  static {
    Timer timer = new Timer(true);
    TimerTask report = new TimerTask() {
      @Override
      public void run() {
        System.out.println("rates are " + RATES.age() + " ms old");
      }
    };
    timer.schedule(report, 60000, 60000); // expect: background-timer note
    timer.schedule(new TimerTask() { // safe: it runs once
      @Override
      public void run() {
        System.out.println("warm for a minute");
      }
    }, 60000);
  }

  @Override
  public Double handleRequest(String currency, Context context) {
    return RATES.of(currency);
  }
}
