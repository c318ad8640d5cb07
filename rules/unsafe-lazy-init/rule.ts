/** Creation on first use without mutual exclusion. */
import type { Judgement, Rule } from '../../src/findings/rule.js';
import type { Harm, MemoryHazard } from '../../src/analysis/hazard.js';
import { overlapping } from '../../src/findings/witness.js';

type LazyInit = Extract<Harm, { kind: 'lazy-init' }>;

export const unsafeLazyInit: Rule = {
  meta: {
    id: 'unsafe-lazy-init', family: 'shared-state-race', severity: 'error', confidence: 'likely', languages: ['node', 'java', 'dotnet'], cwe: [362, 543],
    summary: 'Lazy initialisation can be run by several invocations at once',
    description: 'Two first invocations both find nothing and both create it. Harmless duplicates cost time; a leaked connection, a half-built object or a guard that is set before what it guards breaks requests.',
  },
  judge(hazard) {
    if (hazard.kind !== 'memory') return undefined;
    const harm = hazard.harms.find((candidate) => candidate.kind === 'lazy-init');
    return harm && judgeLazyInit(hazard, harm);
  },
};

function judgeLazyInit(hazard: MemoryHazard, harm: LazyInit): Judgement {
  const { severity, message } = wording(hazard, harm);
  const last = harm.later ?? harm.write;
  return {
    severity, confidence: 'likely', exposure: 'new-under-lmi', message, primary: harm.write,
    related: [{ point: harm.check, message: 'checked here' }, ...(harm.later ? [{ point: harm.later, message: 'set only here' }] : [])],
    witness: overlapping([{ by: 'A', point: harm.check }, { by: 'B', point: harm.check }, { by: 'A', point: harm.write }, { by: 'B', point: last }], outcome(harm)),
    advice: harm.acrossSuspension
      ? `Store the promise instead of its result (\`x ??= create()\`), so that whoever comes second waits for the first.`
      : `Create it during initialisation (static initialiser, constructor), or use a lazy holder that is safe for threads.`,
  };
}

function wording(hazard: MemoryHazard, harm: LazyInit): { readonly severity: Judgement['severity']; readonly message: string } {
  const { name } = hazard;
  switch (harm.grade) {
    case 'guard-first': return { severity: 'error', message: `\`${name}\` is set before what depends on it: an overlapping invocation skips the initialisation and finds the rest missing.` };
    case 'guarded-by-other': return { severity: 'warning', message: `\`${name}\` is set after what guards it has changed: an overlapping invocation passes the guard and finds \`${name}\` not set.` };
    case 'half-built': return { severity: 'error', message: `\`${name}\` is published before it is complete: an overlapping invocation uses it half-built.` };
    case 'connection': return { severity: 'warning', message: `Two first invocations both create \`${name}\`; the connections of the one that loses stay open.` };
    case 'idempotent': return harm.acrossSuspension
      ? { severity: 'note', message: `Overlapping first invocations each create \`${name}\`; all but the last are dropped.` }
      : { severity: 'warning', message: `Overlapping first invocations each create \`${name}\`, without synchronisation; all but the last are dropped.` };
    case 'first-request': return { severity: 'error', message: `\`${name}\` keeps what the first request has brought, and all later requests get it.` };
    case 'plain-value': return { severity: 'note', message: `Overlapping first invocations each compute \`${name}\`.` };
  }
}

function outcome(harm: LazyInit): string {
  if (harm.grade === 'first-request') return 'one of the two works with the data of the other';
  return harm.grade === 'guard-first' || harm.grade === 'half-built' ? 'B uses what A has not finished' : 'it is created twice';
}
