package com.zaxxer.hikari;

import java.io.Closeable;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.ShardingKeyBuilder;
import java.util.logging.Logger;
import javax.sql.DataSource;

public class HikariDataSource extends HikariConfig implements DataSource, Closeable {
  public HikariDataSource(HikariConfig config) {}
  @Override public native Connection getConnection() throws SQLException;
  @Override public native Connection getConnection(String user, String password) throws SQLException;
  @Override public native java.io.PrintWriter getLogWriter();
  @Override public native void setLogWriter(java.io.PrintWriter writer);
  @Override public native int getLoginTimeout();
  @Override public native void setLoginTimeout(int seconds);
  @Override public native Logger getParentLogger();
  @Override public native <T> T unwrap(Class<T> type);
  @Override public native boolean isWrapperFor(Class<?> type);
  @Override public native void close();
}
