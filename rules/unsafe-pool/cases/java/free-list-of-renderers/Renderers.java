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
    free.remove(first); // misses: unsafe-pool error a home-made free list is not recognised
    return first;
  }

  void giveBack(StringBuilder page) {
    free.push(page); // noise: lost-update error stands for the free list, and names the wrong step
  }
}
