package shop;

import java.util.HashMap;
import java.util.Map;

class RecentOffers implements Offers {
  private final Map<String, Integer> seen = new HashMap<>();

  @Override
  public void note(String article) {
    seen.merge(article, 1, Integer::sum); // expect: shared-cache error
  }
}
