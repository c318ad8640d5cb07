import { Serial } from './serial';

const serial = new Serial();
let booked = 0;
let counted = 0;

async function rated(amount: number): Promise<number> {
  return amount * 1.1;
}

const add = (amount: number): Promise<void> => serial.run(async () => {
  const [before, calls] = [booked, counted];
  const rate = await rated(amount);
  booked = before + rate; // safe: the next piece of work begins when this one is done
  counted = calls + 1;
});

export const handler = async (event: { amount: number; isReset: boolean }): Promise<void> => {
  if (event.isReset) {
    counted = 0; // expect: inconsistent-lock error
    await serial.run(async () => {
      booked = 0; // fixed: waits its turn
    });
  }
  await add(event.amount);
};
