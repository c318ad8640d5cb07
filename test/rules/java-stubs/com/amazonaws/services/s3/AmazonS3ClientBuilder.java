package com.amazonaws.services.s3;

public final class AmazonS3ClientBuilder {
  public static native AmazonS3 defaultClient();
  public static native AmazonS3ClientBuilder standard();
  public native AmazonS3 build();
  public native AmazonS3ClientBuilder withRegion(String region);
}
