package settings;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

public class SettingsHandler implements RequestHandler<Map<String, String>, String> {
  private final Settings settings = new Settings();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    if (event.containsKey("reload")) {
      Properties fresh = read();
      settings.reload(fresh);
      settings.replace(fresh);
    }
    return settings.greeting();
  }

  private static Properties read() {
    Properties fresh = new Properties();
    try (InputStream source = SettingsHandler.class.getResourceAsStream("/settings.properties")) {
      fresh.load(source); // safe: nobody else has these properties yet
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return fresh;
  }
}
