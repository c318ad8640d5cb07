package redis.clients.jedis;

import java.io.Closeable;

public class Jedis implements Closeable {
  public Jedis(String host) {}

  public String get(String key) {
    return null;
  }

  @Override
  public void close() {}
}
