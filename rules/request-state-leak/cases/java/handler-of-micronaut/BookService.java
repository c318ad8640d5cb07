package books;

import jakarta.inject.Singleton;

@Singleton
class BookService {
  private String isbn;

  void open(String isbn) {
    this.isbn = isbn; // expect: request-state-leak error
  }

  String title() {
    return "title of " + isbn;
  }

  String titleOf(String isbn) {
    return "title of " + isbn; // fixed: the number is an argument
  }
}
