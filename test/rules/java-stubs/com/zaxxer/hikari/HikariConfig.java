package com.zaxxer.hikari;

public class HikariConfig {
  public HikariConfig() {}
  public HikariConfig(String file) {}
  public native void setJdbcUrl(String url);
  public native void setMaximumPoolSize(int size);
  public native void setPassword(String password);
  public native void setUsername(String username);
}
