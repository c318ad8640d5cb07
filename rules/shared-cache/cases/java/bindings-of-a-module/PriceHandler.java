package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.google.inject.Guice;
import com.google.inject.Injector;

public class PriceHandler implements RequestHandler<String, String> {
  private static final Injector INJECTOR = Guice.createInjector(new PriceModule());

  @Override
  public String handleRequest(String article, Context context) {
    INJECTOR.getInstance(Offers.class).note(article);
    INJECTOR.getInstance(Basket.class).note(article);
    return INJECTOR.getInstance(Prices.class).of(article);
  }
}
