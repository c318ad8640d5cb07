package org.apache.commons.pool2;

public abstract class BasePooledObjectFactory<T> implements PooledObjectFactory<T> {
  public abstract T create() throws Exception;

  public abstract PooledObject<T> wrap(T obj);

  @Override
  public PooledObject<T> makeObject() throws Exception {
    return wrap(create());
  }
}
