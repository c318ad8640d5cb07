import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.net.ServerSocket;

public class LoginHandler implements RequestHandler<String, Integer> {
  private static final int CALLBACK_PORT = 8477;
  private final ServerSocket health = health();

  @Override
  public Integer handleRequest(String user, Context context) {
    try (ServerSocket callback = open(CALLBACK_PORT)) {
      return callback.getLocalPort() + anywhere();
    } catch (IOException e) {
      return -1;
    }
  }

  private ServerSocket open(int port) throws IOException {
    return new ServerSocket(port); // expect: shared-port-or-profile warning
  }

  private int anywhere() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) { // fixed: any free port
      return socket.getLocalPort();
    }
  }

  private static ServerSocket health() {
    try {
      return new ServerSocket(8478); // safe: bound once, when the one process starts
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
