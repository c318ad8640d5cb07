package menu;

class Menu {
  private static volatile Menu lunch;
  private static volatile Menu dinner;
  private String title = "Menu";

  static Menu checkedTwice() {
    if (lunch == null) {
      synchronized (Menu.class) {
        if (lunch == null) {
          lunch = new Menu(); // safe: checked again under the lock
        }
      }
    }
    return lunch;
  }

  static Menu checkedOutside() {
    if (dinner == null) {
      synchronized (Menu.class) {
        dinner = new Menu(); // expect: unsafe-lazy-init warning
      }
    }
    return dinner;
  }

  String title() {
    return title;
  }
}
