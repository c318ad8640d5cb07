package greetings;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Map;

public class GreetingHandler implements RequestHandler<Map<String, String>, String> {
  private static final String PATTERN = "Hello {0}, order {1} is on its way";
  private final MessageFormat greeting = new MessageFormat(PATTERN);
  private final CharsetEncoder ascii = StandardCharsets.US_ASCII.newEncoder();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    Object[] values = {event.get("name"), event.get("order")};
    String own = MessageFormat.format(PATTERN, values); // safe: the static method makes its own format
    String shared = greeting.format(values); // expect: unsafe-shared-object error
    try {
      StandardCharsets.US_ASCII.newEncoder().encode(CharBuffer.wrap(own)); // fixed: an encoder for each call
      ascii.encode(CharBuffer.wrap(shared)); // expect: unsafe-shared-object error
    } catch (CharacterCodingException unmappable) {
      return own;
    }
    return shared;
  }
}
