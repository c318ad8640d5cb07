package org.apache.commons.pool2.impl;

import org.apache.commons.pool2.PooledObject;

public class DefaultPooledObject<T> implements PooledObject<T> {
  public DefaultPooledObject(T object) {}

  @Override
  public T getObject() {
    return null;
  }
}
