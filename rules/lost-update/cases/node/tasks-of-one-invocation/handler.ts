import { lookup } from './lookup';

interface Report {
  count: number;
  visited: number;
}

async function visit(id: string, report: Report): Promise<void> {
  const before = report.count;
  const found = await lookup(id);
  report.count = before + found.length; // expect: lost-update error
  report.visited += 1; // safe: one turn
}

// entry: inspect
export const inspect = async (event: { ids: string[] }): Promise<Report> => {
  const report: Report = { count: 0, visited: 0 };
  await Promise.all(event.ids.map((id) => visit(id, report)));
  return report;
};

// entry: sum
export const sum = async (event: { ids: string[] }): Promise<number> => {
  let length = 0;
  await Promise.all(event.ids.map(async (id) => {
    length += (await lookup(id)).length; // expect: lost-update error
  }));
  return length;
};

// entry: collect
export const collect = async (event: { ids: string[] }): Promise<number> => {
  const found = await Promise.all(event.ids.map(lookup));
  return found.reduce((length, list) => length + list.length, 0); // fixed: each task returns its part
};

// entry: inTurn
export const inTurn = async (event: { ids: string[] }): Promise<number> => {
  let length = 0;
  await event.ids.reduce(async (previous, id) => {
    await previous;
    length += (await lookup(id)).length; // safe: each waits for the one before
  }, Promise.resolve());
  for (const id of event.ids) length += (await lookup(id)).length; // safe: the loop waits for each
  return length;
};
