package books;

import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.Map;

public class BookHandler extends MicronautRequestHandler<Map<String, String>, String> {
  @Inject
  BookService service;

  @Override
  public String execute(Map<String, String> input) {
    service.open(input.get("isbn"));
    return service.title() + service.titleOf(input.get("isbn"));
  }
}
