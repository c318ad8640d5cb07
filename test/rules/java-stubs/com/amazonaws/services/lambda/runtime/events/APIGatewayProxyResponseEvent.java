package com.amazonaws.services.lambda.runtime.events;

import java.util.Map;

public class APIGatewayProxyResponseEvent {
  public native void setBody(String body);
  public native void setHeaders(Map<String, String> headers);
  public native void setStatusCode(Integer statusCode);
  public native APIGatewayProxyResponseEvent withBody(String body);
  public native APIGatewayProxyResponseEvent withHeaders(Map<String, String> headers);
  public native APIGatewayProxyResponseEvent withStatusCode(Integer statusCode);
  public native String getBody();
  public native Integer getStatusCode();
}
