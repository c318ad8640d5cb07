package cache;

import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPoolConfig;

class Prices {
  private static final JedisPool POOL = open(2);
  // safe: every fourth of thirty-two invocations at once
  private static final JedisPool OTHERS = openMany();

  String of(String sku) {
    try (Jedis client = POOL.getResource(); Jedis other = OTHERS.getResource()) {
      String price = client.get(sku);
      return price == null ? other.get(sku) : price;
    }
  }

  private static JedisPool open(int clients) {
    JedisPoolConfig config = new JedisPoolConfig();
    config.setMaxTotal(clients); // expect: pool-size warning
    return new JedisPool(config, "cache.example.com");
  }

  private static JedisPool openMany() {
    JedisPoolConfig config = new JedisPoolConfig();
    config.setMaxTotal(16);
    return new JedisPool(config, "others.example.com");
  }
}
