import { Service } from 'typedi';

@Service()
export class Journal {
  private account?: string;
  private closed = 0;

  open(account: string): void {
    this.account = account; // expect: request-state-leak error
  }

  close(): string {
    this.closed += 1; // safe: no suspension between read and write
    return `${this.account} (${this.closed})`;
  }
}
