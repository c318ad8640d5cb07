export class Order {
  private placedBy = '';

  constructor(readonly id: string, private readonly at: number) {}

  async place(): Promise<void> {
    this.placedBy = this.id; // fixed: an object of the invocation
    await fetch(`https://orders.example.com/${this.placedBy}/${this.at}`);
  }
}
