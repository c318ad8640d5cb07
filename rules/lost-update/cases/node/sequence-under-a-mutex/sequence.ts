import { Mutex } from 'async-mutex';
import { setTimeout as sleep } from 'node:timers/promises';

class Sequence {
  private readonly mutex = new Mutex();
  private issued = 0;
  private drawn = 0;

  async next(): Promise<number> {
    return this.mutex.runExclusive(async () => {
      const before = this.issued;
      await sleep(5); // expect: lock-across-io warning
      this.issued = before + 1; // safe: the mutex is held from the read to the write
      return this.issued;
    });
  }

  async draw(): Promise<number> {
    const before = this.drawn;
    await sleep(5);
    this.drawn = before + 1; // expect: lost-update error
    return this.drawn;
  }
}

export const sequence = new Sequence();
