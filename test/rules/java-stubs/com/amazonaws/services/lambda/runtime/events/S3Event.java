package com.amazonaws.services.lambda.runtime.events;

import java.util.List;

public class S3Event {
  public native List<Record> getRecords();

  public static class Record {
    public native Entity getS3();
  }

  public static class Entity {
    public native Bucket getBucket();
    public native S3Object getObject();
  }

  public static class Bucket {
    public native String getName();
  }

  public static class S3Object {
    public native String getKey();
  }
}
