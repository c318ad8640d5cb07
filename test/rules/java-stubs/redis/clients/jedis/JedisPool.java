package redis.clients.jedis;

import java.io.Closeable;

public class JedisPool implements Closeable {
  public JedisPool() {}

  public JedisPool(JedisPoolConfig config, String host) {}

  public Jedis getResource() {
    return null;
  }

  @Override
  public void close() {}
}
