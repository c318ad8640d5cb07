class Exporter {
  String export(String table) {
    try {
      return "exported " + table.trim();
    } catch (RuntimeException e) {
      Runtime.getRuntime().halt(1); // expect: process-exit error
      return "";
    }
  }

  // fixed: the runtime answers the caller with the error
  String exportOrFail(String table) {
    return "exported " + table.trim();
  }
}
