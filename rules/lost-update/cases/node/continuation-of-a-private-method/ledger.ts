export class Ledger {
  #balance = 0;
  #entries = 0;

  book(amount: number): Promise<number> {
    const before = this.#balance;
    return this.#check(amount).then((isCovered) => {
      if (isCovered) this.#balance = before + amount; // expect: lost-update error
      this.#entries += 1; // safe: one turn
      return this.#entries;
    });
  }

  async #check(amount: number): Promise<boolean> {
    const response = await fetch(`https://limits.example.com/${amount}`);
    return response.ok;
  }
}
