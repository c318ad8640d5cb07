import { LRUCache } from 'lru-cache';

export class Cached<Value extends object> {
  private readonly values = new LRUCache<string, Value>({ max: 100 });

  constructor(private readonly load: (key: string) => Promise<Value>) {}

  async get(key: string): Promise<Value> {
    let value = this.values.get(key);
    if (!value) {
      value = await this.load(key);
      this.values.set(key, value); // expect: cache-stampede warning
    }
    return value;
  }
}
