/**
 * What the running code has taken from a pool, a semaphore or a home-made list of free objects, and whether it has given it
 * back. Where branches of a condition join, what one of them has given back is back: the condition mostly asks whether there
 * is anything to give back. Where ways out of a function or try block join, what is lost on one of them is lost.
 */
import type { AccessPath } from './access-path.js';
import type { Site } from './access.js';

export interface Loan {
  /** `item`: of a list that the code itself keeps; like a permit it may be taken for good. */
  readonly of: 'connection' | 'object' | 'item' | 'permit';
  /** The call that takes it. */
  readonly name: string;
  readonly site: Site;
  /** Call sites from the summarised function down to `site`, outermost first. */
  readonly chain: readonly Site[];
  /** Places of what it was taken from. */
  readonly from: readonly AccessPath[];
  /** Places by which it is known. */
  readonly object: readonly AccessPath[];
  /** `stranded`: an exception has come before it was given back, and whoever goes on from there still has it. */
  readonly is: 'out' | 'back' | 'stranded';
  /** What has failed, where it is stranded. */
  readonly failed?: Site;
  /** What handles that failure would give it back, and has failed before it did. */
  readonly again?: boolean;
  /** The code itself throws there. */
  readonly isThrown?: boolean;
  /** It came back in a finally block: what fails before the block that this one ends is mostly the first use, which has nothing to lose yet. */
  readonly inFinally?: boolean;
}

/** By the place where it is taken. */
export type Loans = ReadonlyMap<string, Loan>;

export const NO_LOANS: Loans = new Map();

/** A loan that is lost. */
export interface LostLoan extends Loan {
  /** Nobody gives it back, or nobody does when an exception comes. */
  readonly when: 'always' | 'thrown';
}

/** Branches of a condition. */
export function joinLoans(a: Loans, b: Loans): Loans {
  return joined(a, b, ['back', 'stranded', 'out']);
}

/** Ways out. */
export function joinLoansOfExits(a: Loans, b: Loans): Loans {
  return joined(a, b, ['stranded', 'back', 'out']);
}

function joined(a: Loans, b: Loans, order: readonly Loan['is'][]): Loans {
  if (a === b || b.size === 0) return a;
  if (a.size === 0) return b;
  const result = new Map(a);
  for (const [key, loan] of b) {
    const known = result.get(key);
    if (!known || rank(loan, order) < rank(known, order)) result.set(key, loan);
  }
  return result;
}

function rank({ is, again }: Loan, order: readonly Loan['is'][]): number {
  return order.indexOf(is) + (again ? 0.5 : 0);
}

/** The loans of `paths` are given back. */
export function givenBack(loans: Loans, paths: readonly AccessPath[], inFinally = false): Loans {
  const found = [...loans].filter(([, { object, is }]) => is !== 'back' && object.some((path) => paths.includes(path)));
  if (found.length === 0) return loans;
  const result = new Map(loans);
  for (const [key, loan] of found) result.set(key, { ...loan, is: 'back', ...(inFinally ? { inFinally } : {}) });
  return result;
}

/** What is still out of `loans` when `site` fails; code that throws has made up its mind about what it leaves. */
export function stranded(loans: Loans, after: Loans, site: Site, isThrown = false): Loans {
  return new Map([...loans].flatMap(([key, loan]) => (loan.is === 'back' || after.get(key)?.is === 'back' ? [] : [[key, { ...loan, is: 'stranded' as const, failed: loan.failed ?? site, ...(loan.is === 'stranded' && !isThrown ? { again: true } : {}), ...(isThrown ? { isThrown } : {}) }]])));
}
