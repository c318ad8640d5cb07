import { setTimeout as sleep } from 'node:timers/promises';

interface LambdaHandler<Event> {
  handle(event: Event): Promise<string>;
}

abstract class Endpoint<Event> implements LambdaHandler<Event> {
  protected event!: Event;

  async handle(event: Event): Promise<string> {
    this.event = event; // expect: request-state-leak error
    await this.authorize();
    return this.respond();
  }

  protected async authorize(): Promise<void> {
    await sleep(5);
  }

  protected abstract respond(): string;
}

class OrderEndpoint extends Endpoint<{ order: string }> {
  protected respond(): string {
    return `order ${this.event.order}`;
  }
}

const endpoint = new OrderEndpoint();

export const handler = endpoint.handle.bind(endpoint);
