package search;

class SearchIndex {
  String find(String query) {
    if (query == null) {
      throw new IllegalArgumentException("no query");
    }
    return UserScope.user() + ": " + query;
  }
}
