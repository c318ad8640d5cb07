package shop;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;

class PriceModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(Offers.class).to(RecentOffers.class).in(Singleton.class);
    bind(Basket.class).to(ListBasket.class);
    bind(Prices.class).toInstance(new Prices());
  }
}
