import { SQSClient, GetQueueAttributesCommand } from '@aws-sdk/client-sqs';

/** Knows how many messages wait, and asks again and again. */
export class Poller {
  private depth = 0;
  private readonly sqs = new SQSClient({});

  constructor(private readonly queue: string) {
    this.arm();
  }

  get length(): number {
    return this.depth;
  }

  private arm(): void {
    setTimeout(async () => { // expect: background-timer note
      try {
        const { Attributes } = await this.sqs.send(new GetQueueAttributesCommand({ QueueUrl: this.queue, AttributeNames: ['ApproximateNumberOfMessages'] }));
        this.depth = Number(Attributes?.ApproximateNumberOfMessages ?? 0);
      } catch (error) {
        console.warn('queue was not looked at', error);
      }
      this.arm();
    }, 5_000);
  }
}
