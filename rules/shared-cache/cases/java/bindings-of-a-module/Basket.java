package shop;

interface Basket {
  void note(String article);
}
