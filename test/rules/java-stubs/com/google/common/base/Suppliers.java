package com.google.common.base;

public class Suppliers {
  public static <T> Supplier<T> memoize(Supplier<T> delegate) {
    return null;
  }
}
