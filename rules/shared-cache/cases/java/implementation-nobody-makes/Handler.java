import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.List;

interface Journal {
    void note(String message);
}

final class PrintingJournal implements Journal {
    @Override
    public void note(String message) {
        System.out.println(message); // expect: unattributed-log note
    }
}

final class RecordingJournal implements Journal {
    private final List<String> messages = new ArrayList<>();

    @Override
    public void note(String message) {
        messages.add(message); // safe: no code that runs makes one of these
    }
}

final class Journals {
    private static final Journal JOURNAL = new PrintingJournal();

    static Journal journal() {
        return JOURNAL;
    }
}

public class Handler implements RequestHandler<String, String> {
    @Override
    public String handleRequest(String order, Context context) {
        Journals.journal().note(order);
        return order;
    }
}
