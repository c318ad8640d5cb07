package rates;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

class Prices {
  private final HttpClient client = HttpClient.newHttpClient();

  Map<String, Double> feesOfToday() {
    Map<String, Double> fees = new HashMap<>();
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create("https://prices.example.com/fees")).build();
      for (String line : client.send(request, HttpResponse.BodyHandlers.ofString()).body().split("\n")) {
        fees.put(line.substring(0, 3), Double.valueOf(line.substring(4)));
      }
    } catch (java.io.IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
    return fees;
  }
}
