package org.slf4j;

public class MDC {
  public static native void put(String key, String value);
  public static native MDCCloseable putCloseable(String key, String value);
  public static native String get(String key);
  public static native void remove(String key);
  public static native void clear();

  public static class MDCCloseable implements java.io.Closeable {
    @Override
    public native void close();
  }
}
