export class Room {
  readonly #members = new Set<string>();
  readonly #invited = new Set<string>();

  join(url: string): void {
    this.#members.add(url);
    this.#invited.add(url);
  }

  leave(url: string): void {
    this.#members.delete(url);
    this.#invited.delete(url);
  }

  async announce(text: string): Promise<void> {
    for (const url of this.#members) { // expect: unsafe-iteration error
      await fetch(url, { method: 'POST', body: text });
    }
  }

  async invite(text: string): Promise<void> {
    const invited = [...this.#invited];
    for (const url of invited) await fetch(url, { method: 'POST', body: text }); // fixed: a copy, taken in one turn
  }

  async remind(text: string): Promise<void> {
    await Promise.all([...this.#invited].map((url) => fetch(url, { method: 'POST', body: text }))); // safe: all calls are made in one turn
  }
}
