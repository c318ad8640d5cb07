/** Objects that break when two invocations use them: unsafe types, connections, pools that somebody closes. */
import type { TypeFact } from '../../knowledge/schema.js';
import type { Access } from '../domain/access.js';
import { ELEMENT } from '../domain/access-path.js';
import type { Harm } from '../hazard.js';
import { isWriting } from '../walk/record.js';
import { byPosition, excluded, point } from './case.js';
import type { Case } from './case.js';
import { isContent } from './sharing.js';

/** What using the object of the place does, by what is known of its type; one harm of each kind, and for each function that closes a pool. */
export function objectHarms(judged: Case): readonly Harm[] {
  const result = new Map<string, Harm>();
  if (isUnknownSymbol(judged)) return [];
  const contents = judged.group.accesses.filter(isContent).sort(byPosition);
  for (const access of contents) {
    for (const name of access.objectTypes) {
      const fact = judged.engine.knowledge.type(name);
      const harm = fact && objectHarm(judged, fact, name, access, contents);
      const id = harm?.kind === 'pool-closed' ? `${harm.kind} ${access.site.function}` : harm?.kind;
      if (harm && id !== undefined && !result.has(id)) result.set(id, harm);
    }
  }
  return [...result.values()];
}

/** The value of a library's name that nothing is known of: a constant far more often than an object with state. */
function isUnknownSymbol({ engine, group }: Case): boolean {
  return group.accesses.every(({ path: { root, steps } }) => root.kind === 'symbol' && steps.length === 1 && steps[0] === ELEMENT && engine.knowledge.symbol(root.name) === undefined);
}

/** Objects that invocations may well share, as long as nobody closes them. */
const OPEN_FOR_ALL: ReadonlySet<TypeFact['concurrency']> = new Set(['safe', 'safe-once-configured'] as const);

function objectHarm(judged: Case, fact: TypeFact, type: string, access: Access, contents: readonly Access[]): Harm | undefined {
  if (fact.concurrency === 'connection') return connectionHarm(judged, type, access, contents);
  // Commands of several callers go over one connection in order, and what it remembers of one of them concerns the others.
  if (access.kind === 'session' && fact.concurrency === 'safe' && !excluded(judged, access, access)) return { kind: 'connection', use: point(judged, access), type, session: true, closes: false };
  if (fact.concurrency === 'pool' || (access.kind === 'close' && OPEN_FOR_ALL.has(fact.concurrency))) {
    // Under another name it may be used without a trace here; a pool that invocations close is closed for all of them.
    const other = judged.group.accesses.find((candidate) => candidate.kind !== 'close') ?? (fact.concurrency === 'pool' ? access : undefined);
    return access.kind === 'close' && other ? { kind: 'pool-closed', use: point(judged, access), other: point(judged, other) } : undefined;
  }
  if (fact.concurrency !== 'unsafe') return undefined;
  if (fact.collection === 'array') return elementRace(judged, access, contents);
  if (judged.model.memory === 'at-suspension') return acrossSuspension(judged, fact, type, access, contents);
  if (fact.collection) {
    if (!isWriting(access.kind)) return undefined;
    // Where only an iteration meets the change, the iteration is what is wrong.
    const other = contents.find((candidate) => candidate !== access && candidate.kind !== 'iterate' && !excluded(judged, access, candidate)) ?? (excluded(judged, access, access) ? undefined : access);
    return other && { kind: 'corruption', write: point(judged, access), other: point(judged, other), type, keyed: access.key !== undefined && !judged.group.ownThreads, isCollection: true };
  }
  if (access.kind === 'read' || access.kind === 'check' || excluded(judged, access, access)) return undefined;
  return { kind: 'unsafe-object', use: point(judged, access), type, instead: fact.instead };
}

/** An element that is set by one and read by another; nothing else of the array changes. What is filled once, after a look, is initialised. */
function elementRace(judged: Case, access: Access, contents: readonly Access[]): Harm | undefined {
  // Tasks of one invocation mostly have an element each.
  if (judged.group.ownThreads || judged.model.memory !== 'anywhere' || !isWriting(access.kind) || access.dependsOn.some(({ via, test }) => via === 'guard' && test)) return undefined;
  const read = contents.find((candidate) => !isWriting(candidate.kind) && !excluded(judged, access, candidate));
  return read && { kind: 'race', write: point(judged, access), other: point(judged, read), varies: false };
}

/** Where invocations take turns, an object breaks that one of them uses again after a suspension. */
function acrossSuspension(judged: Case, fact: TypeFact, type: string, access: Access, contents: readonly Access[]): Harm | undefined {
  if (fact.collection || access.kind === 'read' || access.kind === 'check' || excluded(judged, access, access)) return undefined;
  const uses = contents.filter((candidate) => candidate.kind !== 'read' && candidate.kind !== 'check');
  const later = uses.some((candidate) => candidate.afterSuspension && (candidate.site.at !== access.site.at || candidate.inLoop));
  return later ? { kind: 'unsafe-object', use: point(judged, access), type, instead: fact.instead } : undefined;
}

/** A connection is harmful with transactions or session settings, or when one invocation closes it for the others. */
function connectionHarm(judged: Case, type: string, access: Access, contents: readonly Access[]): Harm | undefined {
  if (excluded(judged, access, access)) return undefined;
  const session = contents.find((candidate) => candidate.kind === 'session' || isTransaction(candidate.statement));
  const closes = contents.find((candidate) => candidate.kind === 'close');
  if (judged.model.memory === 'at-suspension' && !session && !closes) return undefined;
  const made = judged.group.initAccesses.find((candidate) => candidate.kind === 'write' && !isContent(candidate));
  const use = (session ? made : closes) ?? session ?? access;
  return { kind: 'connection', use: point(judged, use), type, session: session !== undefined, closes: closes !== undefined };
}

const TRANSACTION = /^\s*(begin|start\s+transaction|commit|rollback|savepoint|set\s|lock\s|use\s)/i;

function isTransaction(statement: string | undefined): boolean {
  return statement !== undefined && TRANSACTION.test(statement);
}
