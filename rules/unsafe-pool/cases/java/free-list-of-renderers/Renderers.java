package render;

import java.util.ArrayDeque;

class Renderers {
  private final ArrayDeque<StringBuilder> free = new ArrayDeque<>();

  Renderers() {
    free.push(new StringBuilder());
    free.push(new StringBuilder());
  }

  StringBuilder borrow() {
    StringBuilder first = free.peek();
    free.remove(first); // expect: unsafe-pool error
    return first;
  }

  void giveBack(StringBuilder page) {
    free.push(page); // safe: what was taken is put back
  }
}
