import { nameOf, scoreOf } from './scores';

let best = 0;
let highest = 0;
let log = '';
let lines = '';
let total = 0;

const sum = (one: number, other: number): number => one + other;

export const handler = async (event: { id: string; score: number }): Promise<string> => {
  const current = best;
  const score = await scoreOf(event.id);
  best = Math.max(current, score, event.score); // expect: lost-update error
  highest = Math.max(highest, score); // safe: one turn
  log = `${log}${await nameOf(event.id)}\n`.slice(-1000); // expect: lost-update error
  lines = `${lines}${score}\n`.slice(-1000); // safe: one turn
  // The left argument is read before the right one is awaited.
  total = sum(total, await scoreOf(event.id)); // expect: lost-update error
  return lines;
};
