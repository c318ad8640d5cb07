package org.apache.commons.pool2;

import java.io.Closeable;

public interface ObjectPool<T> extends Closeable {
  T borrowObject() throws Exception;

  void invalidateObject(T obj) throws Exception;

  void returnObject(T obj) throws Exception;

  @Override
  void close();
}
