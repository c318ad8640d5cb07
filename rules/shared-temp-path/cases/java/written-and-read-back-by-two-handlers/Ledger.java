package totals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class Ledger {
  private final Path file;

  Ledger(Path file) {
    this.file = file;
  }

  int totalOf(String prices) throws IOException {
    Files.writeString(file, prices); // expect: shared-temp-path error
    int total = 0;
    for (String price : Files.readString(file).split(",")) {
      total += Integer.parseInt(price);
    }
    return total;
  }
}
