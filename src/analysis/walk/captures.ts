/** What a function value carries with it: the variables of the functions around it that its code uses. */
import type { Block, FunctionBody, FunctionId, Place, Statement } from '../../ir/index.js';
import type { Engine } from '../engine.js';

const captures = new WeakMap<FunctionBody, ReadonlySet<string>>();

/** Names of variables of `owner` that `fn`, or a function inside of it, uses. */
export function capturedFrom(engine: Engine, fn: FunctionId, owner: FunctionId): readonly string[] {
  const body = engine.program.body(fn);
  if (!body) return [];
  const prefix = `${owner}:`;
  return [...capturesOf(engine, body, 0)].flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
}

function capturesOf(engine: Engine, body: FunctionBody, depth: number): ReadonlySet<string> {
  const known = captures.get(body);
  if (known) return known;
  const found = new Set<string>();
  captures.set(body, found);
  if (depth < 16) collect(engine, body.body, found, depth);
  return found;
}

function collect(engine: Engine, block: Block, found: Set<string>, depth: number): void {
  for (const statement of block) {
    for (const place of placesIn(statement)) if (place.kind === 'captured') found.add(`${place.owner}:${place.name}`);
    const used = statement.op === 'closure' ? statement.function : statement.op === 'call' && statement.callee.kind === 'direct' ? statement.callee.function : undefined;
    if (used !== undefined) {
      const inner = engine.program.body(used);
      if (inner) for (const name of capturesOf(engine, inner, depth + 1)) found.add(name);
    }
    for (const nested of blocksIn(statement)) collect(engine, nested, found, depth);
  }
}

function placesIn(statement: Statement): readonly Place[] {
  return statement.op === 'load' || statement.op === 'store' || statement.op === 'delete' ? [statement.place] : [];
}

/** The blocks directly inside a statement. */
export function blocksIn(statement: Statement): readonly Block[] {
  switch (statement.op) {
    case 'if': return [statement.then, statement.else];
    case 'loop': return [statement.test, statement.body, statement.update];
    case 'try': return [statement.body, ...statement.handlers.map((handler) => handler.body), statement.finally];
    case 'switch': return statement.cases.map((branch) => branch.body);
    case 'label': return [statement.body];
    default: return [];
  }
}

/** Every statement of a block and of the blocks in it, in order of the source. */
export function* statementsIn(block: Block): Generator<Statement> {
  for (const statement of block) {
    yield statement;
    for (const nested of blocksIn(statement)) yield* statementsIn(nested);
  }
}
