import { readFileSync, writeFileSync } from 'node:fs';

export interface Order { readonly item: string; readonly price: number }

export class Basket {
  constructor(private readonly file: string = '/tmp/basket.json') {}

  save(orders: readonly Order[]): void {
    // expect: event-loop-block note
    // expect: temp-file-growth note
    writeFileSync(this.file, JSON.stringify(orders)); // expect: shared-temp-path error
  }

  total(): number {
    const orders = JSON.parse(readFileSync(this.file, 'utf8')) as Order[];
    return orders.reduce((sum, order) => sum + order.price, 0);
  }
}
