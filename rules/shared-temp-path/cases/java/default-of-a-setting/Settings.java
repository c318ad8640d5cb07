import java.util.Optional;

final class Settings {
  static String reportFile() {
    return System.getenv().getOrDefault("REPORT_FILE", "/tmp/report.html");
  }

  static String indexFile() {
    return System.getProperty("index.file", "/tmp/index.json");
  }

  static String scratch() {
    return Optional.ofNullable(System.getenv("SCRATCH")).filter(name -> !name.isEmpty()).orElseGet(() -> "/tmp/scratch");
  }
}
