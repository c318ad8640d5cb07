package measure;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class MeasureHandler implements RequestHandler<String, Long> {
  @Override
  public Long handleRequest(String address, Context context) {
    try {
      Path page = Files.createTempFile("page", ".html"); // expect: temp-file-growth note
      Browser.save(address, page);
      return Files.size(page) + Browser.measure(address);
    } catch (IOException | InterruptedException failure) {
      return -1L;
    }
  }
}
