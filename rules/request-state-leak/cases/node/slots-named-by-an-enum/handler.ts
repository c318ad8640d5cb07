import { Slot } from './slot';
import { slots } from './slots';

const defaults = { [Slot.Currency]: 'EUR' } as const satisfies Partial<Record<Slot, string>>;

// entry: handler
export const handler = async (event: { tenant: string }): Promise<string> => {
  slots[Slot.Tenant] = event.tenant; // expect: request-state-leak error
  slots[Slot.Currency] = defaults[Slot.Currency]; // safe: every invocation stores the same
  await fetch('https://rates.example.com');
  return `${slots[Slot.Tenant]!} ${slots[Slot.Currency]!}`;
};

// entry: fixed
export async function fixed(event: { tenant: string }): Promise<string> {
  const own: Partial<Record<Slot, string>> = { ...defaults };
  own[Slot.Tenant] = event.tenant; // fixed: a record of the invocation
  await fetch('https://rates.example.com');
  return `${own[Slot.Tenant]}`;
}
