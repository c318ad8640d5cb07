class Prices {
  private String prefix;
  private String table;

  /** The lock makes sure that it is set once; what it is set to is the first tenant's. */
  synchronized String of(String tenant, String item) {
    if (prefix == null) {
      prefix = tenant + "/"; // expect: request-state-leak error
    }
    return prefix + item;
  }

  synchronized String table() {
    if (table == null) {
      table = System.getenv("TABLE"); // safe: the same for every request
    }
    return table;
  }

  // fixed: nothing is kept
  String ofTenant(String tenant, String item) {
    return tenant + "/" + item;
  }
}
