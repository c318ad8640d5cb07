import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.List;

public class BatchHandler implements RequestHandler<List<String>, BatchHandler.Answer> {

    static final class Answer {
        private String first;
        private final String version = "1";

        void setFirst(String first) {
            this.first = first; // expect: request-state-leak error
        }

        public String getFirst() {
            return first;
        }

        public String getVersion() {
            return version; // safe: set once, when the object is made
        }
    }

    private final Answer answer = new Answer();

    // entry: BatchHandler::handleRequest
    @Override
    public Answer handleRequest(List<String> ids, Context context) {
        answer.setFirst(ids.get(0));
        return answer;
    }

    // entry: BatchHandler::fixed
    public Answer fixed(List<String> ids, Context context) {
        Answer own = new Answer(); // fixed: made by the invocation
        own.setFirst(ids.get(0));
        return own;
    }
}
