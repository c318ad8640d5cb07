/** Request data that a thread keeps when the request is over, or that stay behind when the work goes on elsewhere. */
import type { Harm, MemoryHazard } from '../../src/analysis/hazard.js';
import type { Judgement, Rule } from '../../src/findings/rule.js';
import { later, overlapping, withinOne } from '../../src/findings/witness.js';

export const staleThreadLocal: Rule = {
  meta: {
    id: 'stale-thread-local', family: 'request-state-leak', severity: 'error', confidence: 'likely', languages: ['java', 'dotnet'], cwe: [488, 226],
    securitySeverity: '5.3',
    summary: 'Request data kept per thread are not removed, or are read on another thread',
    description: 'A ThreadLocal, a thread-static field or the diagnostic context of a logger keeps data of a request. Threads serve one request after the other: what is not removed on every path is found by the next one, and a task or a method that goes on after a suspension may run on a thread that holds the data of somebody else.',
  },
  judge(hazard) {
    if (hazard.kind !== 'memory') return undefined;
    const harm = hazard.harms.find((candidate) => candidate.kind === 'thread-value');
    return harm && judge(hazard, harm);
  },
};

type ThreadValue = Extract<Harm, { kind: 'thread-value' }>;

function judge(hazard: MemoryHazard, harm: ThreadValue): Judgement {
  switch (harm.why) {
    case 'kept': return kept(hazard, harm, 'is not removed');
    case 'kept-when-thrown': return kept(hazard, harm, 'is not removed when an exception is thrown');
    case 'moved': return moved(hazard, harm);
    case 'resumed': return resumed(hazard, harm);
  }
}

function kept({ name }: MemoryHazard, harm: ThreadValue, what: string): Judgement {
  const reader = harm.isImplicit ? 'is written into the log lines of the next request' : 'is read by the next request';
  return {
    severity: 'warning', confidence: 'likely', exposure: 'worse-under-lmi',
    message: `\`${name}\` keeps data of one request and ${what}: it ${reader} that the same thread serves.`,
    primary: harm.write,
    related: [{ point: harm.read, message: harm.isImplicit ? 'this line of log carries what an earlier request has left' : 'read here before this request has set it' }],
    witness: later([{ by: 'A', point: harm.write }, { by: 'B', point: harm.read }], `B runs on the thread of A and finds what A has left in ${name}`),
    advice: `Remove \`${name}\` in a finally block, with a resource that removes it when it is closed, or before anything else in each invocation.`,
  };
}

function moved({ name }: MemoryHazard, harm: ThreadValue): Judgement {
  return {
    severity: 'warning', confidence: 'likely', exposure: 'worse-under-lmi',
    message: `\`${name}\` is set on the thread of the request and read in a task that runs on another thread, where it is empty or what an earlier task has left.`,
    primary: harm.write,
    related: [{ point: harm.read, message: 'read here, on another thread' }],
    witness: withinOne([{ by: 'A', point: harm.write }, { by: 'B', point: harm.read }], `thread B does not find what A has stored in ${name}`),
    advice: 'Hand the value to the task as an argument or captured variable.',
  };
}

function resumed({ name }: MemoryHazard, harm: ThreadValue): Judgement {
  const reader = harm.isImplicit ? 'the log lines after it carry' : 'what is read after it may be';
  return {
    severity: 'error', confidence: 'likely', exposure: 'worse-under-lmi',
    message: `\`${name}\` is kept per thread, and after \`await\` the method goes on on any thread: ${reader} the data of another request.`,
    primary: harm.write,
    related: [{ point: harm.read, message: 'read here, perhaps on the thread of another request' }],
    witness: overlapping([{ by: 'A', point: harm.write }, { by: 'B', point: harm.write }, { by: 'A', point: harm.read }], `A goes on on the thread of B and finds what B has stored in ${name}`),
    advice: `Keep it in an AsyncLocal, or pass it as an argument; a finally block or ConfigureAwait does not help.`,
  };
}
