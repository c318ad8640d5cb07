package shop;

/** What Dagger would generate: not in a repository, so not in the case. */
final class DaggerShopComponent {
  static ShopComponent create() {
    return null;
  }
}
