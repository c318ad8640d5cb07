export class Progress {
  constructor(private readonly job: string) {}

  async report(percent: number): Promise<void> {
    await fetch(`https://jobs.example.com/${this.job}`, { method: 'PUT', body: String(percent) });
  }
}
