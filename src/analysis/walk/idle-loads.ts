/** Loads of which the function takes nothing that tells of a request: `this.context.getLogger()`. */
import type { FunctionBody, Operand, Span, Statement, TypeId } from '../../ir/index.js';
import type { Knowledge } from '../../knowledge/index.js';
import { statementsIn } from './captures.js';

const known = new WeakMap<FunctionBody, ReadonlySet<Span>>();

/** Places of loads whose value serves only as the receiver of calls and properties that carry nothing of a request, if it is a `type`. */
export function idleLoads(knowledge: Knowledge, fn: FunctionBody, type: TypeId): ReadonlySet<Span> {
  let found = known.get(fn);
  if (!found) known.set(fn, (found = findIdleLoads(knowledge, fn, type)));
  return found;
}

function findIdleLoads(knowledge: Knowledge, fn: FunctionBody, type: TypeId): ReadonlySet<Span> {
  const statements = [...statementsIn(fn.body)];
  const used = new Set<string>();
  for (const statement of statements) for (const name of seriousUses(knowledge, statement, type)) used.add(name);
  return new Set(statements.flatMap((statement) => (statement.op === 'load' && !used.has(statement.to) && isTemporary(statement.to) ? [statement.at] : [])));
}

/** Variables of the source may be captured and assigned elsewhere. */
function isTemporary(local: string): boolean {
  return local.startsWith('%');
}

/** Locals that the statement uses for more than something harmless. */
function seriousUses(knowledge: Knowledge, statement: Statement, type: TypeId): readonly string[] {
  const isHarmless = (member: string): boolean => knowledge.method(type, member)?.returnsHarmless === true;
  switch (statement.op) {
    case 'call': {
      const { callee } = statement;
      const args = statement.args.map(({ value }) => value);
      if (callee.kind === 'method') return locals(isHarmless(callee.name) ? args : [callee.receiver, ...args]);
      if (callee.kind === 'value') return locals([callee.value, ...args]);
      return locals(callee.kind === 'direct' && callee.receiver ? [callee.receiver, ...args] : args);
    }
    case 'load': return statement.place.kind === 'field' ? locals(isHarmless(statement.place.field) ? [] : [statement.place.object]) : placeLocals(statement.place);
    case 'store': return [...locals([statement.value]), ...placeLocals(statement.place)];
    case 'delete': return placeLocals(statement.place);
    case 'move': return locals([statement.from]);
    // Whether there is one tells nothing.
    case 'compute': return statement.operator === 'is-null' || statement.operands.some((operand) => operand.kind === 'constant' && operand.value === null) ? [] : locals(statement.operands);
    case 'concat': return locals(statement.parts);
    case 'object': return locals(statement.entries.flatMap(({ key, value }) => (key ? [key, value] : [value])));
    case 'array': return locals(statement.items.map(({ value }) => value));
    case 'new': return locals([...(statement.callee ? [statement.callee] : []), ...statement.args.map(({ value }) => value)]);
    case 'suspend': case 'return': case 'throw': return statement.value ? locals([statement.value]) : [];
    case 'acquire': case 'release': return locals([statement.lock]);
    case 'unknown': return locals(statement.operands);
    case 'switch': return locals([statement.subject, ...statement.cases.flatMap(({ tests }) => tests)]);
    case 'loop': return statement.over ? locals([statement.over.collection]) : [];
    case 'if': case 'closure': case 'try': case 'label': case 'break': case 'continue': return [];
  }
}

function placeLocals(place: Extract<Statement, { op: 'load' }>['place']): readonly string[] {
  if (place.kind === 'field') return locals([place.object]);
  return place.kind === 'element' ? locals([place.object, place.key]) : [];
}

function locals(operands: readonly Operand[]): readonly string[] {
  return operands.flatMap((operand) => (operand.kind === 'local' ? [operand.name] : []));
}
