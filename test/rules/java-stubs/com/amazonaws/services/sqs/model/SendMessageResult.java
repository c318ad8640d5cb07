package com.amazonaws.services.sqs.model;

public class SendMessageResult {
}
