package com.google.gson;

public class Gson {
  public native <T> T fromJson(String json, Class<T> type);
  public native String toJson(Object value);
}
