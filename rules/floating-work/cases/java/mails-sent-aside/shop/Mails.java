package shop;

import java.util.concurrent.CompletableFuture;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;

@Service
public class Mails {
  private final StringBuilder log = new StringBuilder();

  @Async
  public void announce(String order) {
    post("announced " + order);
  }

  @Async
  public CompletableFuture<String> confirm(String order) {
    return CompletableFuture.completedFuture(post("confirmed " + order));
  }

  public String remind(String order) {
    return post("reminded " + order);
  }

  private synchronized String post(String text) {
    log.setLength(0);
    return log.append(text).toString();
  }
}
