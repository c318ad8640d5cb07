export class Ledger {
  private sent = 0;

  async send(amount: number): Promise<void> {
    this.sent += 1; // safe: one turn
    await fetch(`https://ledger.example.com/${amount}/${this.sent}`);
  }
}
