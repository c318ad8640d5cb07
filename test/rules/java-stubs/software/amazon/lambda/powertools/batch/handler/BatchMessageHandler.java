package software.amazon.lambda.powertools.batch.handler;

import com.amazonaws.services.lambda.runtime.Context;

public interface BatchMessageHandler<E, R> {
  R processBatch(E event, Context context);
  R processBatchInParallel(E event, Context context);
}
