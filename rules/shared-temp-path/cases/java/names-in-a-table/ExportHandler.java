import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

public class ExportHandler implements RequestHandler<String, String> {
  private static final Map<String, String> TARGETS = Map.of("csv", "/tmp/export.csv", "json", "/tmp/export.json");
  private static final List<String> PARTS = List.of("/tmp/part-a.txt", "/tmp/part-b.txt");
  private static final List<String> SUFFIXES = List.of(".csv", ".json");

  @Override
  public String handleRequest(String rows, Context context) {
    try {
      return export(rows) + parts(rows) + fixed(rows);
    } catch (IOException e) {
      return "failed";
    }
  }

  private String export(String rows) throws IOException {
    Path target = Path.of(TARGETS.get("csv"));
    Files.writeString(target, rows); // expect: shared-temp-path error
    return Files.readString(target);
  }

  private String parts(String rows) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String part : PARTS) {
      Files.writeString(Path.of(part), rows); // expect: shared-temp-path error
      all.append(Files.readString(Path.of(part)));
    }
    return all.toString();
  }

  private String fixed(String rows) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String suffix : SUFFIXES) {
      Path file = Files.createTempFile("export", suffix); // fixed: only the suffix comes from the table
      Files.writeString(file, rows); // safe: nobody else has the name
      all.append(Files.readString(file));
      Files.delete(file);
    }
    return all.toString();
  }
}
