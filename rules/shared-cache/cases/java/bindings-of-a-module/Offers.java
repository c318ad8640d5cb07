package shop;

interface Offers {
  void note(String article);
}
