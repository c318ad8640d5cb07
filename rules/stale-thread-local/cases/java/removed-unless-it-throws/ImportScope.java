package imports;

final class ImportScope {
  static final ThreadLocal<String> FILE = new ThreadLocal<>();
  static final ThreadLocal<String> USER = new ThreadLocal<>();

  private ImportScope() {
  }
}
