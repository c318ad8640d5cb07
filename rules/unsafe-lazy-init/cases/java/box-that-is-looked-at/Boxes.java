package boxes;

import java.util.concurrent.atomic.AtomicReference;

class Boxes {
  private static final AtomicReference<Catalogue> SET = new AtomicReference<>();
  private static final AtomicReference<Catalogue> SWAPPED = new AtomicReference<>();
  private static volatile Catalogue early;

  static Catalogue set() {
    if (SET.get() == null) {
      SET.set(new Catalogue()); // expect: unsafe-lazy-init warning
    }
    return SET.get();
  }

  static Catalogue swapped() {
    Catalogue known = SWAPPED.get();
    if (known == null) {
      Catalogue made = new Catalogue();
      known = SWAPPED.compareAndSet(null, made) ? made : SWAPPED.get(); // safe: the first one stays, and the others take it
    }
    return known;
  }

  static Catalogue early() {
    if (early == null) {
      synchronized (Boxes.class) {
        if (early == null) {
          early = new Catalogue(); // expect: unsafe-lazy-init error
          early.load();
        }
      }
    }
    return early;
  }

  static Catalogue held() {
    return Holder.CATALOGUE; // fixed: made by the class loader, once
  }

  private static final class Holder {
    private static final Catalogue CATALOGUE = new Catalogue();
  }
}
