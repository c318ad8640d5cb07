package shop;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

@Singleton
class Mailbox {
  private final CurrentUser user;
  private String recipient;

  @Inject
  Mailbox(CurrentUser user) {
    this.user = user;
  }

  String announce() {
    recipient = user.name; // expect: request-state-leak error
    return deliver();
  }

  private String deliver() {
    return "sent to " + recipient;
  }

  String announceTo(String address) {
    return "sent to " + address; // fixed: an argument
  }
}
