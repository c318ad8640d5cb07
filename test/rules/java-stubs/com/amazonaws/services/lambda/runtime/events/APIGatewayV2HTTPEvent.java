package com.amazonaws.services.lambda.runtime.events;

import java.util.Map;

public class APIGatewayV2HTTPEvent {
  public native String getBody();
  public native String getRawPath();
  public native Map<String, String> getHeaders();
  public native Map<String, String> getPathParameters();
  public native Map<String, String> getQueryStringParameters();
}
