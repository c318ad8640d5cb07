package com.github.benmanes.caffeine.cache;

import java.time.Duration;

public class Caffeine<K, V> {
  public static native Caffeine<Object, Object> newBuilder();
  public native Caffeine<K, V> maximumSize(long size);
  public native Caffeine<K, V> expireAfterWrite(Duration duration);
  public native <K1 extends K, V1 extends V> Cache<K1, V1> build();
}
