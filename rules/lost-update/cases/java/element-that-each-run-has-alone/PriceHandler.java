package prices;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.List;

public class PriceHandler implements RequestHandler<List<PriceHandler.Line>, Integer> {
    public static class Line {
        int total;
    }

    @Override
    public Integer handleRequest(List<Line> lines, Context context) {
        lines.parallelStream().forEach(line -> {
            line.total = line.total + 1; // safe: each run is handed another line
        });
        Line first = lines.get(0);
        lines.parallelStream().forEach(line -> {
            first.total = first.total + line.total; // expect: lost-update error
        });
        return first.total;
    }
}
