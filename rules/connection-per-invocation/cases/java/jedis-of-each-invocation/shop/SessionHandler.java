package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

public class SessionHandler implements RequestHandler<String, String> {
  private final JedisPool visits = new JedisPool(); // safe: made with the one handler object

  @Override
  public String handleRequest(String session, Context context) {
    try (Jedis sessions = open(); Jedis counter = visits.getResource()) { // fixed: taken from a pool
      return sessions.get(session) + counter.get(session);
    }
  }

  private static Jedis open() {
    return new Jedis(System.getenv("SESSIONS_HOST")); // expect: connection-per-invocation warning
  }
}
