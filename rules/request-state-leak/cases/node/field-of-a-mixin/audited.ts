import type { Ledger } from './ledger';

type Class<T> = new (...args: any[]) => T;

export function Audited<B extends Class<Ledger>>(Base: B) {
  return class extends Base {
    private clerk = '';

    async book(clerk: string, amount: number): Promise<string> {
      this.clerk = clerk; // expect: request-state-leak error
      await this.send(amount);
      return `${amount} booked by ${this.clerk}`;
    }
  };
}
