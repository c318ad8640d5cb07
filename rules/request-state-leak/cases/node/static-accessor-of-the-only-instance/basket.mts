export class Basket {
  static #shared: Basket | undefined;
  #customer!: string;
  accessor opened = 0;

  static get shared(): Basket {
    return (this.#shared ??= new Basket()); // safe: one turn
  }

  get label(): string {
    return `basket of ${this.#customer}`;
  }

  set customer(name: string) {
    this.opened += 1;
    this.#customer = name; // expect: request-state-leak error
  }
}
