package com.amazonaws.services.sqs;

public final class AmazonSQSClientBuilder {
  public static native AmazonSQS defaultClient();
}
