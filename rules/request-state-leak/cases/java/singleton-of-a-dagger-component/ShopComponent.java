package shop;

import dagger.Component;
import dagger.Module;
import dagger.Provides;
import javax.inject.Singleton;

@Singleton
@Component(modules = ShopModule.class)
interface ShopComponent {
  Desk desk();

  Draft draft();
}

@Module
class ShopModule {
  @Provides
  @Singleton
  Desk desk() {
    return new Desk();
  }

  @Provides
  Draft draft() {
    return new Draft();
  }
}
