package boxes;

class Catalogue {
  private String title = "";

  void load() {
    title = "loaded " + System.getProperty("java.version");
  }

  String title() {
    return title;
  }
}
