import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

public class ReportHandler implements RequestHandler<String, String> {
  @Override
  public String handleRequest(String rows, Context context) {
    try {
      return report(rows) + index(rows) + notes(rows) + fixed(rows) + template();
    } catch (IOException e) {
      return "failed";
    }
  }

  private String report(String rows) throws IOException {
    Path file = Paths.get(Settings.reportFile());
    Files.writeString(file, "<pre>" + rows + "</pre>"); // expect: shared-temp-path error
    return Files.readString(file);
  }

  private String index(String rows) throws IOException {
    Path file = Paths.get(Settings.indexFile());
    Files.writeString(file, rows); // expect: shared-temp-path error
    return Files.readString(file);
  }

  private String notes(String rows) throws IOException {
    Path file = Paths.get(Settings.scratch(), "notes.txt");
    Files.writeString(file, rows); // expect: shared-temp-path error
    return Files.readString(file);
  }

  private String fixed(String rows) throws IOException {
    Path file = Files.createTempFile("report", ".html"); // fixed: the setting is gone, and the system gives a name
    try {
      Files.writeString(file, rows); // safe: nobody else has the name
      return Files.readString(file);
    } finally {
      Files.delete(file);
    }
  }

  private String template() throws IOException {
    return Files.readString(Paths.get(System.getProperty("template.file", "/opt/template.html"))); // safe: only read, from a layer
  }
}
