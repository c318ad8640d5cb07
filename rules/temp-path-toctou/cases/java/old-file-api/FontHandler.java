package fonts;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Map;

public class FontHandler implements RequestHandler<Map<String, String>, Long> {
  private static final String FONT = System.getProperty("java.io.tmpdir") + "/font.ttf";

  @Override
  public Long handleRequest(Map<String, String> event, Context context) {
    File font = new File(FONT);
    if (font.exists() && font.length() > 0) {
      return font.length();
    }
    try (FileOutputStream out = new FileOutputStream(font)) { // expect: temp-path-toctou error
      out.write(new byte[64]);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
    return font.length();
  }
}
