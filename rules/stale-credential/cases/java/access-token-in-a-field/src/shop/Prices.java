package shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

class Prices {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Tokens tokens;

  Prices(Tokens tokens) {
    this.tokens = tokens;
  }

  String of(String sku) {
    return get(sku, tokens.kept());
  }

  String withTimedToken(String sku) {
    return get(sku, tokens.timed());
  }

  private String get(String sku, String token) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(System.getenv("API") + "/prices/" + sku)).header("Authorization", "Bearer " + token).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
