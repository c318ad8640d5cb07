package shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

class Tokens {
  private final HttpClient client = HttpClient.newHttpClient();
  private String kept;
  private String timed;
  private long until;

  synchronized String kept() {
    if (kept == null) {
      kept = fetch(); // expect: stale-credential warning
    }
    return kept;
  }

  // fixed: its time is kept beside it
  synchronized String timed() {
    if (System.currentTimeMillis() > until) {
      timed = fetch();
      until = System.currentTimeMillis() + 1_800_000;
    }
    return timed;
  }

  private String fetch() {
    HttpRequest request = HttpRequest.newBuilder(URI.create(System.getenv("TOKEN_URL")))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=prices"))
        .build();
    try {
      String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return body.replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
