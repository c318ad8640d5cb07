package org.apache.commons.pool2.impl;

import org.apache.commons.pool2.ObjectPool;
import org.apache.commons.pool2.PooledObjectFactory;

public class GenericObjectPool<T> implements ObjectPool<T> {
  public GenericObjectPool(PooledObjectFactory<T> factory) {}

  @Override
  public T borrowObject() throws Exception {
    return null;
  }

  @Override
  public void invalidateObject(T obj) throws Exception {}

  @Override
  public void returnObject(T obj) {}

  @Override
  public void close() {}
}
