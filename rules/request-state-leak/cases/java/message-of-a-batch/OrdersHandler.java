package orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import software.amazon.lambda.powertools.batch.BatchMessageHandlerBuilder;
import software.amazon.lambda.powertools.batch.handler.BatchMessageHandler;

public class OrdersHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final Stock stock = new Stock();
  private final BatchMessageHandler<SQSEvent, SQSBatchResponse> batch = new BatchMessageHandlerBuilder().withSqsBatchHandler().buildWithMessageHandler(this::take, String.class);

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return batch.processBatch(event, context);
  }

  private void take(String article, Context context) {
    stock.reserve(article);
    stock.confirm();
  }
}

class Stock {
  private String article;

  void reserve(String article) {
    this.article = article; // expect: request-state-leak error
  }

  void confirm() {
    String reserved = article; // safe: a local; said once, where it is written
    System.out.println("reserved " + reserved); // expect: unattributed-log note
  }
}
