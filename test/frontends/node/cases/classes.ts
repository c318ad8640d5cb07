import { EventEmitter } from 'events';
import type { Repository } from './types';

interface Runner { run(id: string): Promise<void>; readonly name: string }
abstract class Base<T> extends EventEmitter implements Runner {
  protected items: T[] = [];
  name = 'base';
  abstract load(id: string): Promise<T>;
  async run(id: string) { this.items.push(await this.load(id)); }
}

export class Orders extends Base<string> {
  static #shared?: Orders;
  static readonly table = 'orders';
  static cache: Map<string, string>;
  #secret = 1;
  private handlers = { all: () => this.items };
  static { this.cache = new Map(); }
  constructor(private readonly repository: Repository, size: number) {
    super();
    this.#secret = size;
  }
  static instance() { return (Orders.#shared ??= new Orders(null!, 1)); }
  get size() { return this.#secret; }
  set size(value) { this.#secret = value; }
  override async load(id: string) {
    this.#note(id);
    await super.run(id);
    return this.repository.find((item) => item === this.name) as unknown as string;
  }
  #note(id: string) { Orders.cache.set(id, Orders.table); }
  *[Symbol.iterator]() { yield* this.items; }
}

export const Mixed = class extends mixin(Base) { handle = async () => this; };
function mixin(base: any) { return class Named extends base {}; }
Orders.instance().load('x');
