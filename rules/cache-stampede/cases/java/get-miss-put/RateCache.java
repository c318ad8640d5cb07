package exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

class RateCache {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final Map<String, String> rates = new ConcurrentHashMap<>();

  void evictOld() {
    if (rates.size() > 500) {
      rates.clear();
    }
  }

  String rate(String currency) {
    String known = rates.get(currency);
    if (known == null) {
      known = fetch(currency);
      rates.put(currency, known); // expect: cache-stampede warning
    }
    return known;
  }

  static String fetch(String currency) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create("https://rates.example.com/" + currency)).build();
      return HTTP.send(request, BodyHandlers.ofString()).body();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
