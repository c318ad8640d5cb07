import { setTimeout as sleep } from 'node:timers/promises';

export class Repository {
  private initialised = false;
  private table = new Map<string, string>();

  async init(): Promise<void> {
    if (this.initialised) return;
    this.initialised = true; // expect: unsafe-lazy-init error
    await sleep(20);
    this.table = new Map([['DE', 'Germany']]);
  }

  name(code: string): string | undefined {
    return this.table.get(code);
  }
}
