/**
 * Temporaries that nobody needs any more. Those of an expression are used soon after they are computed; kept beyond their last
 * use they would make every state after it larger, and copies and joins of states are most of what an analysis does.
 */
import type { Block, FunctionBody, Statement } from '../../ir/index.js';
import { blocksIn, statementsIn } from './captures.js';

const known = new WeakMap<FunctionBody, ReadonlyMap<Statement, readonly string[]>>();

/** The temporaries of `fn` that nothing uses after a statement and whatever it repeats, by that statement. */
export function lastUsesIn(fn: FunctionBody): ReadonlyMap<Statement, readonly string[]> {
  let found = known.get(fn);
  if (!found) known.set(fn, (found = findLastUses(fn)));
  return found;
}

function findLastUses(fn: FunctionBody): ReadonlyMap<Statement, readonly string[]> {
  const uses = new Map<string, number>();
  for (const statement of statementsIn(fn.body)) for (const name of temporariesIn(statement)) uses.set(name, (uses.get(name) ?? 0) + 1);
  const found = new Map<Statement, string[]>();
  visit(fn.body, uses, found);
  return found;
}

/** Notes what ends within `block`; gives the others, with the number of their uses in it. */
function visit(block: Block, uses: ReadonlyMap<string, number>, found: Map<Statement, string[]>): ReadonlyMap<string, number> {
  const open = new Map<string, number>();
  for (const statement of block) {
    const inside = usesIn(statement, uses, found);
    for (const [name, count] of inside) {
      const sofar = (open.get(name) ?? 0) + count;
      if (sofar < (uses.get(name) ?? 0)) { open.set(name, sofar); continue; }
      open.delete(name);
      const ended = found.get(statement);
      if (ended) ended.push(name); else found.set(statement, [name]);
    }
  }
  return open;
}

function usesIn(statement: Statement, uses: ReadonlyMap<string, number>, found: Map<Statement, string[]>): ReadonlyMap<string, number> {
  const inside = new Map<string, number>();
  const add = (name: string, count: number): void => void inside.set(name, (inside.get(name) ?? 0) + count);
  for (const name of temporariesIn(statement)) add(name, 1);
  for (const inner of blocksIn(statement)) for (const [name, count] of visit(inner, uses, found)) add(name, count);
  return inside;
}

/** Temporaries that the statement itself names: nested blocks are visited on their own. */
function temporariesIn(statement: Statement): readonly string[] {
  const found: string[] = [];
  const blocks = blocksIn(statement);
  const look = (value: unknown): void => {
    if (typeof value === 'string') { if (value.startsWith('%')) found.push(value); return; }
    if (typeof value !== 'object' || value === null || blocks.includes(value as Block)) return;
    for (const inner of Object.values(value)) look(inner);
  };
  look(statement);
  return found;
}
