package shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

@ApplicationScoped
public class UploadResource {
  @Inject CurrentUser user;
  @Inject Mailbox mailbox;

  // entry: UploadResource::upload
  public String upload(String name) {
    user.name = name; // safe: the proxy leads to the object of the running request
    user.uploads++;
    return mailbox.announce();
  }
}
