import { charge } from './payments.js';

// entry: Checkout
/** Made by whoever needs one, and perhaps shared: calls take turns at every await. */
export class Checkout {
  private customer = '';
  private currency = 'EUR';
  private readonly totals = new Map<string, number>();

  async pay(customer: string, amount: number): Promise<string> {
    this.customer = customer; // expect: request-state-leak error
    await charge(amount, this.currency);
    return `${this.customer} paid ${amount}`;
  }

  async payAtOnce(customer: string, amount: number): Promise<string> {
    const receipt = `${customer} paid ${amount}`; // fixed: kept in a local over the await
    await charge(amount, this.currency);
    return receipt;
  }

  use(currency: string): void {
    this.currency = currency; // safe: what an object is told to keep, it may keep
  }

  add(customer: string, amount: number): number {
    this.totals.set(customer, (this.totals.get(customer) ?? 0) + amount); // safe: no await between read and write
    return this.totals.get(customer) ?? 0;
  }
}
