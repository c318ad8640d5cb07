package software.amazon.lambda.powertools.batch;

import software.amazon.lambda.powertools.batch.builder.SqsBatchMessageHandlerBuilder;

public class BatchMessageHandlerBuilder {
  public native SqsBatchMessageHandlerBuilder withSqsBatchHandler();
}
