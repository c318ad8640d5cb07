package org.apache.commons.pool2;

public interface PooledObject<T> {
  T getObject();
}
