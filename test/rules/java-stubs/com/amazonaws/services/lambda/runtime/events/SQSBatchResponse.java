package com.amazonaws.services.lambda.runtime.events;

import java.util.List;

public class SQSBatchResponse {
  public SQSBatchResponse() {}
  public SQSBatchResponse(List<BatchItemFailure> failures) {}

  public static class BatchItemFailure {
    public BatchItemFailure(String itemIdentifier) {}
  }
}
