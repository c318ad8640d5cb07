import { Mutex } from 'async-mutex';

async function rated(amount: number): Promise<number> {
  return amount * 1.1;
}

class Totals {
  readonly #mutex = new Mutex();
  #booked = 0;
  #planned = 0;

  async book(amount: number): Promise<void> {
    const before = this.#booked;
    const rate = await rated(amount);
    await this.#mutex.runExclusive(() => {
      this.#booked = before + rate; // expect: inconsistent-lock error
    });
  }

  async plan(amount: number): Promise<void> {
    await this.#mutex.runExclusive(async () => {
      const before = this.#planned;
      this.#planned = before + (await rated(amount)); // fixed: read under the mutex, too
    });
  }

  get booked(): number {
    return this.#booked; // safe: one look needs no lock
  }
}

export const totals = new Totals();
