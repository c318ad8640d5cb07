package gate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Semaphore;

class Ratings {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private final Semaphore turns = new Semaphore(16);
  private final Semaphore others = new Semaphore(16);

  int of(String id) throws IOException, InterruptedException {
    turns.acquire(); // expect: unsafe-pool error
    int status = ask(id);
    turns.release();
    return status;
  }

  int ofFixed(String id) throws IOException, InterruptedException {
    others.acquire(); // fixed: released on every way out
    try {
      return ask(id);
    } finally {
      others.release();
    }
  }

  int read(String id, byte[] buffer) throws IOException, InterruptedException {
    return ask(id) + buffer.length;
  }

  private int ask(String id) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create("https://ratings.example.com/" + id)).build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }
}
