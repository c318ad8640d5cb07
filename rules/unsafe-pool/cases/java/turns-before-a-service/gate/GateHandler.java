package gate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

public class GateHandler implements RequestHandler<Map<String, String>, Integer> {
  private final Ratings ratings = new Ratings();
  private final BlockingQueue<byte[]> buffers = new ArrayBlockingQueue<>(16);
  private final BlockingQueue<String> jobs = new ArrayBlockingQueue<>(64);

  public GateHandler() {
    for (int i = 0; i < 16; i++) buffers.add(new byte[8192]);
  }

  @Override
  public Integer handleRequest(Map<String, String> event, Context context) {
    try {
      return ratings.of(event.get("id")) + ratings.ofFixed(event.get("id")) + sizeOf(event.get("id")) + next();
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private int sizeOf(String id) throws IOException, InterruptedException {
    byte[] buffer = buffers.take(); // expect: unsafe-pool error
    int size = ratings.read(id, buffer);
    buffers.put(buffer);
    return size;
  }

  private int next() throws IOException, InterruptedException {
    String job = jobs.take(); // safe: work is taken for good
    return ratings.of(job);
  }
}
