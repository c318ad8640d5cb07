import { counted, itemsOf, range } from './pages';

let rows = 0;

export const handler = async (event: { table: string }): Promise<unknown> => {
  const before = rows;
  let own = 0;
  for await (const items of itemsOf(event.table)) own += items.length; // safe: a variable of the invocation
  rows = before + own; // expect: lost-update error
  return { own, counted: counted(), order: [...range(3)] };
};
