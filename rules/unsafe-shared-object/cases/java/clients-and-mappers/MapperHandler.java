package mapper;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

public class MapperHandler implements RequestHandler<Map<String, String>, String> {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Gson GSON = new Gson();
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final SecureRandom RANDOM = new SecureRandom();
  private final Random dice = new Random();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    try {
      String json = MAPPER.writeValueAsString(event); // safe: configured once, then used by all
      return json + GSON.toJson(event) + WORD.matcher(json).find() + RANDOM.nextInt() + dice.nextInt(); // safe: made for threads
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
