package org.hibernate;

public interface Session extends AutoCloseable {
  void persist(Object entity);
  @Override void close();
}
