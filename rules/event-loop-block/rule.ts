/** A synchronous call holds up the event loop on which other invocations run. */
import type { EffectHarm } from '../../src/analysis/hazard.js';
import type { Rule } from '../../src/findings/rule.js';
import { overlapping } from '../../src/findings/witness.js';

export const eventLoopBlock: Rule = {
  meta: {
    id: 'event-loop-block', family: 'blocking', severity: 'warning', confidence: 'likely', languages: ['node'], cwe: [400],
    summary: 'An invocation calls something synchronous, and all other invocations of the worker stand still meanwhile',
    description: 'A worker thread of Node.js runs many invocations on one event loop. While one of them waits in a synchronous call (a child process, password hashing, compression, large files) no other goes on: their timers, answers and time limits wait with it.',
  },
  judge(hazard) {
    if (hazard.kind !== 'effect' || hazard.harm.kind !== 'holds-thread' || hazard.harm.thread !== 'event-loop') return undefined;
    const call = `\`${hazard.name.slice(hazard.name.search(/[^.:]*$/))}\``;
    const isShort = hazard.harm.by === 'little';
    return {
      severity: isShort ? 'note' : 'warning', confidence: 'likely', exposure: 'new-under-lmi',
      message: isShort ? `${call} is synchronous: all other invocations of the worker wait for it, if only for a moment.` : `${call} ${doing(hazard.harm.by)}, and all other invocations of the worker stand still meanwhile.`,
      primary: hazard.point,
      related: hazard.others.map((point) => ({ point, message: 'synchronous too' })),
      witness: overlapping([{ by: 'A', point: hazard.point }, { by: 'B', point: hazard.point, action: 'has its answer, and cannot go on' }], 'B waits as long as the call of A takes'),
      advice: 'Use the form that is awaited (`node:fs/promises`, `execFile` and `spawn` with a promise, `zlib` and `crypto` with callbacks), read what never changes when the module is loaded, and move long computations to a thread of their own.',
    };
  },
};

function doing(by: Extract<EffectHarm, { kind: 'holds-thread' }>['by']): string {
  switch (by) {
    case 'process': return 'waits for another process';
    case 'computation': return 'computes at length';
    case 'contents': return 'moves the contents of as many files as the request asks for';
    case 'little': case 'task': case 'call': return 'waits';
  }
}
