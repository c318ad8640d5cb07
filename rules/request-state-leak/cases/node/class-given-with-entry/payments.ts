import { setTimeout as sleep } from 'node:timers/promises';

export async function charge(amount: number, currency: string): Promise<string> {
  await sleep(amount);
  return currency;
}
