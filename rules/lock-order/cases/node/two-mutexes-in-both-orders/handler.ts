import { accounts, append, ledger } from './ledger';

let open = 0;

const transfer = (): Promise<void> => accounts.runExclusive(() => append());

async function audit(): Promise<number> {
  const release = await ledger.acquire();
  try {
    return await accounts.runExclusive(async () => open); // expect: lock-order warning
  } finally {
    release();
  }
}

export const handler = async (event: { isAudit: boolean }): Promise<void> => {
  if (event.isAudit) await audit();
  else await transfer();
};
