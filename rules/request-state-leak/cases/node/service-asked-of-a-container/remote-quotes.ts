import { injectable } from 'inversify';
import type { Quotes } from './quotes.js';

@injectable()
export class RemoteQuotes implements Quotes {
  private customer = '';

  async price(customer: string, route: string): Promise<string> {
    this.customer = customer; // expect: request-state-leak error
    const answer = await fetch(`https://quotes.example.com/${route}`);
    return `${this.customer}: ${await answer.text()}`;
  }
}
