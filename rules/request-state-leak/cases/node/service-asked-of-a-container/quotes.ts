export interface Quotes {
  price(customer: string, route: string): Promise<string>;
}
