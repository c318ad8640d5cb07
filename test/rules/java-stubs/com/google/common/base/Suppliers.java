package com.google.common.base;

import java.util.concurrent.TimeUnit;

public class Suppliers {
  public static <T> Supplier<T> memoize(Supplier<T> delegate) {
    return null;
  }

  public static <T> Supplier<T> memoizeWithExpiration(Supplier<T> delegate, long duration, TimeUnit unit) {
    return null;
  }
}
