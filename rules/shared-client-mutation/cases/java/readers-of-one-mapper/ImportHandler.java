package imports;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Locale;
import java.util.Map;

public class ImportHandler implements RequestHandler<Map<String, String>, String> {
  private static final ObjectMapper MAPPER = mapper();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    ObjectReader reader = MAPPER.readerFor(Map.class).with(Locale.forLanguageTag(event.get("language"))); // safe: a reader of its own
    ObjectMapper copy = MAPPER.copy();
    copy.configure(SerializationFeature.INDENT_OUTPUT, event.containsKey("pretty")); // fixed: a copy of its own
    try {
      return copy.writeValueAsString(reader.readValue(event.get("body")));
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException(failure);
    }
  }

  private static ObjectMapper mapper() {
    ObjectMapper made = new ObjectMapper();
    made.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false); // safe: before anybody uses it
    return made;
  }
}
