import { Meter } from './meter';

const meter = new Meter();

export const handler = async (event: { path: string }): Promise<number> => {
  const before = meter.reading;
  await fetch(`https://example.com/${event.path}`);
  meter.reading = before + 1;
  meter.calls += 1;
  return before;
};
