package com.amazonaws.services.lambda.runtime.events;

import java.util.List;
import java.util.Map;

public class SQSEvent {
  public native List<SQSMessage> getRecords();

  public static class SQSMessage {
    public native String getMessageId();
    public native String getBody();
    public native Map<String, String> getAttributes();
  }
}
