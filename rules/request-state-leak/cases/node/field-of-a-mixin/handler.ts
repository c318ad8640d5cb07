import { Audited } from './audited';
import { Ledger } from './ledger';

class AuditedLedger extends Audited(Ledger) {}

const ledger = new AuditedLedger();

// entry: handler
export const handler = (event: { clerk: string; amount: number }) => ledger.book(event.clerk, event.amount);

// entry: fixed
export const fixed = (event: { clerk: string; amount: number }) => {
  const own = new AuditedLedger(); // fixed: made by the invocation
  return own.book(event.clerk, event.amount);
};
