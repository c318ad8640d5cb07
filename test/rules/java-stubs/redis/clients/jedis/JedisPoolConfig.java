package redis.clients.jedis;

public class JedisPoolConfig {
  public void setMaxTotal(int maxTotal) {}
}
