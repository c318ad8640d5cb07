package mail;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public class TemplateHandler implements RequestHandler<Map<String, String>, String> {
  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    return Templates.instance().greeting() + HeldTemplates.instance().greeting() + CheckedTemplates.instance().greeting();
  }
}
