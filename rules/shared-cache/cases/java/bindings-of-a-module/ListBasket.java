package shop;

import java.util.ArrayList;
import java.util.List;

class ListBasket implements Basket {
  private final List<String> articles = new ArrayList<>();

  @Override
  public void note(String article) {
    articles.add(article); // safe: without a scope each injection gets a new one
  }
}
