package com.amazonaws.services.sqs;

import com.amazonaws.services.sqs.model.SendMessageResult;

public interface AmazonSQS {
  SendMessageResult sendMessage(String queue, String body);
  void setEndpoint(String endpoint);
}
