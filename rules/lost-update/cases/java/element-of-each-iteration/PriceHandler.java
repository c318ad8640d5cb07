import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

public class PriceHandler implements RequestHandler<List<PriceHandler.Line>, Integer> {
    public static class Line {
        int total;
    }

    public static class Sum {
        int amount;
    }

    @Override
    public Integer handleRequest(List<Line> lines, Context context) {
        List<CompletableFuture<Void>> running = new ArrayList<>();
        Sum sum = new Sum();
        for (Line line : lines) {
            running.add(CompletableFuture.runAsync(() -> {
                line.total = line.total + 1; // safe: each task has the line of its iteration
                sum.amount = sum.amount + line.total; // expect: lost-update error
            }));
        }
        running.forEach(CompletableFuture::join);
        return sum.amount;
    }
}
