package com.amazonaws.services.lambda.runtime.events;

import java.util.Map;

public class APIGatewayV2HTTPResponse {
  public static native Builder builder();
  public native void setBody(String body);
  public native void setHeaders(Map<String, String> headers);
  public native void setStatusCode(int statusCode);
  public native String getBody();
  public native int getStatusCode();

  public static class Builder {
    public native Builder withBody(String body);
    public native Builder withHeaders(Map<String, String> headers);
    public native Builder withStatusCode(int statusCode);
    public native APIGatewayV2HTTPResponse build();
  }
}
