import { Mutex } from 'async-mutex';

interface Level {
  readonly count: number;
}

const lookUp = async (item: string): Promise<Level> => {
  const response = await fetch(`https://stock.example.com/${item}`); // expect: lock-across-io warning
  return (await response.json()) as Level;
};

const levelOf = async (item: string): Promise<Level> => {
  const response = await fetch(`https://levels.example.com/${item}`); // fixed: asked before the mutex is taken
  return (await response.json()) as Level;
};

export class Inventory {
  private readonly mutex = new Mutex();
  private reserved = 0;
  private sold = 0;

  reserve(item: string): Promise<number> {
    return this.mutex.runExclusive(async () => {
      const before = this.reserved;
      const { count } = await lookUp(item);
      this.reserved = before + count; // safe: held from the read to the write
      return this.reserved;
    });
  }

  async sell(item: string): Promise<number> {
    const { count } = await levelOf(item);
    return this.mutex.runExclusive(() => {
      this.sold += count; // safe: one turn
      return this.sold;
    });
  }
}
