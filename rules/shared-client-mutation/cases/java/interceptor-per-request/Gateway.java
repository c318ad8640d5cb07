package notify;

import org.springframework.web.client.RestTemplate;

class Gateway {
  private final RestTemplate rest;

  Gateway() {
    rest = new RestTemplate();
    rest.getInterceptors().add((request, body, execution) -> execution.execute(request, body)); // safe: while the object is made
  }

  void identify(String tenant) {
    rest.getInterceptors().add((request, body, execution) -> { // expect: shared-client-mutation error
      request.getHeaders().set("x-tenant", tenant);
      return execution.execute(request, body);
    });
  }

  String send(String text) {
    return rest.postForObject("https://gateway.example.com/messages", text, String.class);
  }
}
