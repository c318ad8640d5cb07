/** Takes note of what is taken from pools and given back, on every way out of the function. */
import type { TypeId } from '../../ir/index.js';
import { pathOf } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { givenBack } from '../domain/loan.js';
import type { Loan, Loans, LostLoan } from '../domain/loan.js';
import type { State } from '../domain/state.js';
import type { Summary } from '../domain/summary.js';
import { siteKey } from '../domain/summary.js';
import type { Value } from '../domain/value.js';
import { capturedFrom } from './captures.js';
import { closuresOf, hasClosure } from './closures.js';
import type { LibraryCall } from './library.js';
import { lockPaths } from './locks.js';
import type { Substitution } from './substitution.js';
import { site } from './walk.js';
import type { Walk } from './walk.js';

/** What a walk notes besides what is in its states. */
export interface LoanNotes {
  readonly lost: Map<string, LostLoan>;
  /** Objects that others may have now, and give back in their own time. */
  readonly givenAway: Set<AccessPath>;
  /** Places of what was given back and had been taken by somebody else. */
  readonly takenBack: Set<AccessPath>;
}

export function noLoanNotes(): LoanNotes {
  return { lost: new Map(), givenAway: new Set(), takenBack: new Set() };
}

const MAX_LOANS = 60;
const MAX_CHAIN = 24;

/** A call of a library, as far as it lends something or takes it back. */
export function noteLoan(walk: Walk, state: State, call: LibraryCall, result: Value): void {
  const { fact, receiver, args, at } = call;
  if (fact.takesBack !== undefined) giveBack(walk, state, (fact.takesBack < 0 ? receiver : args[fact.takesBack])?.paths ?? []);
  else if (fact.effect === 'close' && receiver) giveBack(walk, state, receiver.paths);
  if (fact.lends && receiver && !args.some((arg) => hasClosure(walk, arg))) take(walk, state, call, { of: fact.lends, from: receiver.paths, object: result.paths });
  if (fact.lock) {
    const lock = fact.lock.argument === undefined ? receiver : args[fact.lock.argument];
    const paths = lock ? lockPaths(walk, state, lock, at) : [];
    if (fact.lock.action === 'release') giveBack(walk, state, paths);
    if (fact.lock.action === 'acquire' && fact.lock.mode !== 'optimistic') take(walk, state, call, { of: 'permit', from: paths, object: paths });
  }
  if (!noteFreeList(walk, state, call, result)) giveAwayTo(walk, state, call.name.endsWith(CONSTRUCTOR) ? call.name.slice(0, -CONSTRUCTOR.length) : undefined, handedOver(walk, call));
}

/** Arguments but for functions that the call runs itself: what these give back is known. */
function handedOver(walk: Walk, { fact: { invokes = [] }, args, named }: LibraryCall): readonly Value[] {
  const runs = invokes.some(({ when }) => when !== 'per-event' && when !== 'with-result');
  return [...args, ...named.values()].filter((arg) => !runs || !hasClosure(walk, arg));
}

/** `free.take()` … `free.add(it)`: a list that keeps what nobody uses at the moment. Says whether something was put back. */
function noteFreeList(walk: Walk, state: State, call: LibraryCall, result: Value): boolean {
  const { fact, receiver, args } = call;
  if (!receiver) return false;
  if (fact.effect === 'remove' && fact.returnsElement && fact.key === undefined && receiver.paths.some(({ root }) => root.kind !== 'fresh')) take(walk, state, call, { of: 'item', from: receiver.paths, object: result.paths });
  const put = fact.value === undefined || (fact.effect !== 'write' && fact.effect !== 'atomic') ? undefined : args[fact.value];
  const own = [...state.loans.values()].filter(({ of, from, object }) => of === 'item' && from.some((path) => receiver.paths.includes(path)) && object.some((path) => put?.paths.includes(path)));
  giveBack(walk, state, own.flatMap(({ object }) => object));
  return own.length > 0;
}

function take(walk: Walk, state: State, { name, at }: LibraryCall, taken: Pick<Loan, 'of' | 'from' | 'object'>): void {
  if (taken.object.length > 0) keepLoan(state, { ...taken, name, site: site(walk, at), chain: [], is: 'out' });
}

function keepLoan(state: State, loan: Loan): void {
  if (state.loans.size < MAX_LOANS) state.loans = new Map(state.loans).set(siteKey(loan.site), loan);
}

function giveBack(walk: Walk, state: State, paths: readonly AccessPath[]): void {
  state.loans = givenBack(state.loans, paths, walk.inFinally > 0);
  for (const path of paths) if (path.root.kind !== 'fresh') walk.loans.takenBack.add(path);
}

/** The value goes where somebody else may give it back, with all that a function value has captured. */
export function giveAway(walk: Walk, state: State, value: Value): void {
  keepGivenAway(walk, value.paths);
  for (const id of closuresOf(walk, value)) {
    for (const name of capturedFrom(walk.engine, id, walk.fn.id)) keepGivenAway(walk, state.heap.get(pathOf({ kind: 'captured', owner: walk.fn.id, name }).key)?.value.paths ?? []);
  }
}

function keepGivenAway(walk: Walk, paths: readonly AccessPath[]): void {
  for (const path of paths) if (path.steps.length === 0) walk.loans.givenAway.add(path);
}

/** An object is made of the values. A statement or command works with its connection, and leaves it to whoever has opened it. */
export function giveAwayTo(walk: Walk, state: State, type: TypeId | undefined, values: readonly Value[]): void {
  if (type !== undefined && walk.engine.knowledge.type(type)?.concurrency === 'connection') return;
  for (const value of values) giveAway(walk, state, value);
}

const CONSTRUCTOR = '.<constructor>';

/** What a callee has taken, given back or lost. Whatever a function that runs later gives back, comes back some time. */
export function liftLoans(walk: Walk, state: State, summary: Summary, context: Substitution, isLater: boolean): void {
  const { callSite } = context;
  for (const lost of summary.loans.lost) keepLost(walk, { ...lost, chain: [callSite, ...lost.chain].slice(0, MAX_CHAIN), from: lost.from.flatMap(context.paths) });
  giveBack(walk, state, summary.loans.takenBack.flatMap((path) => [...context.variable(path), ...context.paths(path)]));
  keepGivenAway(walk, summary.loans.givenAway.flatMap((given) => [...context.variable(given), ...context.paths(given)]));
  if (isLater) return;
  for (const loan of summary.loans.lent) keepLoan(state, { ...loan, site: callSite, chain: [], from: loan.from.flatMap(context.paths), object: loan.object.flatMap(context.paths), is: 'out' });
}

function keepLost(walk: Walk, loan: LostLoan): void {
  const key = siteKey(loan.site);
  const known = walk.loans.lost.get(key);
  if (!known && walk.loans.lost.size >= MAX_LOANS) return;
  if (!known || loan.chain.length < known.chain.length) walk.loans.lost.set(key, loan);
}

/** How matters stand when the function ends. */
export function settleLoans(walk: Walk, atEnd: Loans | undefined, whenThrown: Loans, returned: Value): Summary['loans'] {
  const { lost, givenAway, takenBack } = walk.loans;
  const isOwn = ({ object }: Loan): boolean => !object.some((path) => givenAway.has(path));
  const lent: Loan[] = [];
  for (const loan of [...(atEnd?.values() ?? [])].filter(isOwn)) {
    if (loan.is === 'back') continue;
    if ((mayBeKept(loan) && loan.is === 'out') || loan.object.some((path) => returned.paths.includes(path))) lent.push(loan);
    else keepLost(walk, { ...loan, when: loan.is === 'stranded' ? 'thrown' : 'always' });
  }
  for (const [key, loan] of whenThrown) {
    const end = atEnd?.get(key);
    if (end && !loan.isThrown && ((end.is === 'back' && end.inFinally) || lent.includes(end))) continue;
    if (isOwn(loan) && (!mayBeKept(loan) || end?.is === 'back')) keepLost(walk, { ...loan, when: 'thrown' });
  }
  return { lost: [...lost.values()], lent, takenBack: [...takenBack].filter(isKnownOutside), givenAway: [...givenAway].filter(isKnownOutside) };
}

/** A permit or an item that is not given back at all may be meant to be kept, or is given back by the caller. */
function mayBeKept({ of }: Loan): boolean {
  return of === 'permit' || of === 'item';
}

function isKnownOutside(path: AccessPath): boolean {
  return path.root.kind !== 'fresh';
}
