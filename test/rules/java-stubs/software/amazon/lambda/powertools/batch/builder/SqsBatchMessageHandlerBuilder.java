package software.amazon.lambda.powertools.batch.builder;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import software.amazon.lambda.powertools.batch.handler.BatchMessageHandler;

public class SqsBatchMessageHandlerBuilder {
  public native <M> BatchMessageHandler<SQSEvent, SQSBatchResponse> buildWithMessageHandler(Consumer<M> handler, Class<M> type);
  public native <M> BatchMessageHandler<SQSEvent, SQSBatchResponse> buildWithMessageHandler(BiConsumer<M, Context> handler, Class<M> type);
}
