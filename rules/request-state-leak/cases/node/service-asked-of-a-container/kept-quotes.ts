import { injectable } from 'inversify';

@injectable()
export class FreshQuotes {
  route = '';
}

@injectable()
export class KeptQuotes {
  private customer = '';
  constructor(private readonly last: FreshQuotes) {}

  async explain(customer: string, route: string): Promise<string> {
    this.customer = customer; // safe: the container makes a new one for whoever asks
    this.last.route = route; // fixed: and a new one for it
    const answer = await fetch(`https://quotes.example.com/${route}`);
    return `${this.customer} ${this.last.route}: ${answer.status}`;
  }
}
