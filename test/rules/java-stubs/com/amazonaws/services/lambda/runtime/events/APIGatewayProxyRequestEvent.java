package com.amazonaws.services.lambda.runtime.events;

import java.util.Map;

public class APIGatewayProxyRequestEvent {
  public native String getBody();
  public native String getPath();
  public native String getHttpMethod();
  public native Map<String, String> getHeaders();
  public native Map<String, String> getPathParameters();
  public native Map<String, String> getQueryStringParameters();
}
