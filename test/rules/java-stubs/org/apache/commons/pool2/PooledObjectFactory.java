package org.apache.commons.pool2;

public interface PooledObjectFactory<T> {
  PooledObject<T> makeObject() throws Exception;
}
