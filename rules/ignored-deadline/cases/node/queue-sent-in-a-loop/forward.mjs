import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';

const sqs = new SQSClient({});

export async function forward(message) {
  await sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: message }));
}

export async function forwardAll(messages) {
  for (const message of messages) await sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: message })); // expect: ignored-deadline note
}
