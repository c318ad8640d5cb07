package feed;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.ByteArrayInputStream;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

public class FeedHandler implements RequestHandler<Map<String, String>, String> {
  private final DocumentBuilder parser;

  public FeedHandler() throws Exception {
    parser = newParser();
  }

  static DocumentBuilder newParser() throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder();
  }

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    try {
      Document shared = parser.parse(new ByteArrayInputStream(event.get("feed").getBytes())); // expect: unsafe-shared-object error
      Document own = newParser().parse(new ByteArrayInputStream(event.get("feed").getBytes())); // safe: a parser of the invocation
      return shared.getNodeName() + own.getNodeName();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
