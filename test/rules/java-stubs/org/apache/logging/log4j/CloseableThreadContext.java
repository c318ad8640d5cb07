package org.apache.logging.log4j;

public class CloseableThreadContext {
  public static native Instance put(String key, String value);

  public static class Instance implements AutoCloseable {
    public native Instance put(String key, String value);

    @Override
    public native void close();
  }
}
