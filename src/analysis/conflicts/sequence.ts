/** Which of two accesses of one invocation comes first. */
import type { Block, Statement } from '../../ir/index.js';
import type { Access, Site } from '../domain/access.js';
import type { Engine } from '../engine.js';
import { blocksIn } from '../walk/captures.js';

/** Whether one execution may do `first` and then `second`, in the order of the text of the function in which their ways part. */
export function mayFollow({ program }: Engine, first: Access, second: Access): boolean {
  const parting = partingOf(first, second);
  if (!parting) return false;
  const [before, after] = parting.sites;
  if (before.function !== after.function || before.at.start >= after.at.start) return false;
  const body = program.body(before.function)?.body;
  return body !== undefined && leadsOn(body, before, after);
}

/** Both are done by one function: by itself, or by functions that it calls. */
export function areTogether(a: Access, b: Access): boolean {
  const parting = partingOf(a, b);
  return parting !== undefined && parting.sites[0].function === parting.sites[1].function && parting.left <= 2;
}

/** Where the ways from the entry to two accesses part, and how many calls the longer one still has. */
function partingOf(a: Access, b: Access): { readonly sites: readonly [Site, Site]; readonly left: number } | undefined {
  const [wayA, wayB] = [[...a.chain, a.site], [...b.chain, b.site]];
  const index = wayA.findIndex((site, i) => { const other = wayB[i]; return other === undefined || site.at !== other.at || site.function !== other.function; });
  const [siteA, siteB] = [wayA[index], wayB[index]];
  return siteA && siteB ? { sites: [siteA, siteB], left: Math.max(wayA.length, wayB.length) - index } : undefined;
}

function leadsOn(block: Block, first: Site, second: Site): boolean {
  const index = block.findIndex((statement) => holds(statement, first));
  const statement = block[index];
  if (!statement) return false;
  const inner = blocksIn(statement).find((nested) => nested.some((candidate) => holds(candidate, first)));
  if (holds(statement, second)) {
    if (!inner) return true;
    // In another branch of the same statement only what is no alternative follows: the cleanup of a try, the next pass of a loop.
    return inner.some((candidate) => holds(candidate, second)) ? leadsOn(inner, first, second) : statement.op !== 'if' && statement.op !== 'switch';
  }
  return !inner || !leaves(inner, first);
}

/** Whether the block ends early after `site`, on every way on. */
function leaves(block: Block, site: Site): boolean {
  const index = block.findIndex((statement) => holds(statement, site));
  const after = block.slice(index + 1);
  if (after.some((statement) => statement.op === 'return' || statement.op === 'throw' || statement.op === 'continue' || statement.op === 'break')) return true;
  const inner = blocksIn(block[index] as Statement).find((nested) => nested.some((candidate) => holds(candidate, site)));
  return inner !== undefined && leaves(inner, site);
}

function holds(statement: Statement, { at }: Site): boolean {
  return (statement.at.start <= at.start && at.end <= statement.at.end) || blocksIn(statement).some((block) => block.some((inner) => holds(inner, { function: '', at })));
}
