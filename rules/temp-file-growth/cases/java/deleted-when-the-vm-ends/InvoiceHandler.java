import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.File;
import java.io.FileWriter;
import java.io.IOException;

public class InvoiceHandler implements RequestHandler<String, Long> {
  private final Drafts drafts = new Drafts();

  @Override
  public Long handleRequest(String invoice, Context context) {
    try {
      return render(invoice) + drafts.check(invoice);
    } catch (IOException e) {
      return -1L;
    }
  }

  private long render(String invoice) throws IOException {
    File file = File.createTempFile("invoice", ".txt");
    file.deleteOnExit();
    try (FileWriter out = new FileWriter(file)) { // expect: temp-file-growth note
      out.write(invoice);
    }
    return file.length();
  }
}
