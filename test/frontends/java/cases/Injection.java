// file: app/Spring.java
package app;

import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.*;
import org.springframework.stereotype.Service;

interface Store { void put(String key); }

@Service class MemoryStore implements Store { public void put(String key) {} }

@Service @Scope("prototype") class Scratch {}

@Configuration
class Wiring {
    @Bean Store spare() { return new MemoryStore(); }
    @Bean @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) Scratch scratch() { return new Scratch(); }
}
// file: app/Standard.java
package app;

import jakarta.inject.*;
import jakarta.enterprise.context.*;
import jakarta.enterprise.inject.Produces;

@Singleton class Clock { @Inject Store store; @Inject Clock(@Named("a") String name) {} }
@ApplicationScoped class Cache implements Store { public void put(String key) {} @Produces @Dependent Scratch made() { return null; } }
@RequestScoped class PerRequest {}
// file: app/DaggerModule.java
package app;

@dagger.Module
abstract class DaggerModule {
    @dagger.Provides @javax.inject.Singleton static Store store() { return new MemoryStore(); }
    @dagger.Binds abstract Store bind(Cache cache);
}
