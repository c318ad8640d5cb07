package org.springframework.http;

public class HttpHeaders {
  public native void set(String name, String value);
}
