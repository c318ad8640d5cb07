export class Lock {
  private isLocked = false;
  private readonly waiting: (() => void)[] = [];

  async acquire(): Promise<() => void> {
    if (this.isLocked) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.isLocked = true;
    return () => this.release();
  }

  private release(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.isLocked = false;
  }
}
