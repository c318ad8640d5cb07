package pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

class Renderer {
  private static final Path PAGE = Path.of("/tmp/page.html");
  private final ReentrantLock turn = new ReentrantLock();

  // safe: one invocation after the other writes the file and reads its own.
  String render(String title) throws IOException {
    turn.lock();
    try {
      Files.writeString(PAGE, "<h1>" + title + "</h1>");
      return Files.readString(PAGE);
    } finally {
      turn.unlock();
    }
  }
}
