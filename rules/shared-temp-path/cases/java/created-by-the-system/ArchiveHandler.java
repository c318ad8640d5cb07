package export;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.File;
import java.io.FileWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

public class ArchiveHandler implements RequestHandler<Map<String, String>, Long> {
  @Override
  public Long handleRequest(Map<String, String> event, Context context) {
    try {
      Path folder = Files.createTempDirectory("archive"); // expect: temp-file-growth note
      Path index = folder.resolve("index.txt");
      Files.writeString(index, event.get("rows")); // safe: a constant name in a directory of its own
      File rows = new File("/tmp/" + UUID.randomUUID() + ".csv");
      // expect: temp-file-growth note
      try (FileWriter writer = new FileWriter(rows)) { // fixed: a name that no other invocation has
        writer.write(event.get("rows"));
      }
      Files.delete(index);
      return rows.length();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
