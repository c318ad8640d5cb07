package members;

import java.util.Map;

public class MemberHandler extends BaseHandler {
  @Override
  protected String handle(Map<String, String> event) {
    CallContext.current().setMember(event.get("member")); // fixed: the base class removes the context in a finally block
    String greeting = "after " + CallContext.last().member() + " comes " + CallContext.current().member();
    CallContext.last().setMember(event.get("member"));
    return greeting;
  }
}
