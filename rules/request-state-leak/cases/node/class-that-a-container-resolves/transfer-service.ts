import { Service } from 'typedi';
import type { Draft } from './draft';
import { Journal } from './journal';

@Service()
export class TransferService {
  constructor(private readonly journal: Journal) {}

  async transfer(account: string, amount: number): Promise<string> {
    const draft: Draft = { account, amount };
    draft.account = account.trim(); // fixed: an object of the invocation, handed on
    this.journal.open(account);
    await fetch('https://bank.example.com/transfers', { method: 'POST', body: JSON.stringify(draft) });
    return this.journal.close();
  }
}
