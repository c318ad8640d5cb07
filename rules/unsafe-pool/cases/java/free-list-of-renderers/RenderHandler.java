package render;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class RenderHandler implements RequestHandler<Map<String, String>, String> {
  private final Renderers renderers = new Renderers();

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    StringBuilder page = renderers.borrow();
    try {
      page.setLength(0);
      return page.append("<h1>").append(event.get("title")).append("</h1>").toString();
    } finally {
      renderers.giveBack(page);
    }
  }
}
