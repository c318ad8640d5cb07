package org.apache.logging.log4j;

public final class ThreadContext {
  public static native void put(String key, String value);
  public static native void remove(String key);
  public static native void clearMap();
}
