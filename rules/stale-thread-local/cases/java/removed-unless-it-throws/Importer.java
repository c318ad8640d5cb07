package imports;

class Importer {
  String run(String previous) {
    if (ImportScope.FILE.get() == null && ImportScope.USER.get() == null) {
      throw new IllegalStateException("nothing to import after " + previous);
    }
    return "imported";
  }
}
