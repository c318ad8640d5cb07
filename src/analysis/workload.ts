/** What says which kind of work an invocation does: calls that compute, wait or hold memory, and what is left in files. */
import type { Location } from '../ir/index.js';
import type { CallFact } from '../knowledge/schema.js';
import { locationOf } from './conflicts/points.js';
import { isCall, type CallEffect } from './domain/effect.js';
import type { FileOperation } from './domain/access.js';
import { literalText, type Text } from './domain/text.js';
import type { Engine } from './engine.js';
import type { WorkloadEvidence } from './result.js';
import type { Run } from './run.js';

/** Less is not worth a word. */
const LEAST_MEGABYTES = 1;
const BYTES_PER_MEGABYTE = 1024 * 1024;

export function workloadOf(engine: Engine, { invocation: { effects, files } }: Run): readonly WorkloadEvidence[] {
  const calls = effects.filter(isCall);
  // Work of microseconds counts where it is done over and over, and nothing is waited for.
  const waits = calls.some(({ fact }) => ['io', 'blocking'].includes(resourceOf(fact) ?? ''));
  const evidence = [
    ...calls.flatMap((call): readonly WorkloadEvidence[] => {
      const kind = call.fact.workload === 'brief-cpu' ? (call.inLoop && !waits ? 'cpu' : undefined) : resourceOf(call.fact);
      return kind ? [{ kind, what: call.name, at: locationOf(engine.program, call.site) }] : [];
    }),
    ...calls.flatMap((call): readonly WorkloadEvidence[] => {
      if (call.fact.takesWhole === true) return [{ kind: 'body', what: call.name, at: locationOf(engine.program, call.site) }];
      const megabytes = megabytesOf(call);
      return megabytes === undefined ? [] : [{ kind: 'memory', what: call.name, at: locationOf(engine.program, call.site), megabytes }];
    }),
    ...files.filter(leavesData).map(({ call, site }): WorkloadEvidence => ({ kind: 'disk', what: call, at: locationOf(engine.program, site) })),
  ];
  return evidence.sort((a, b) => compareLocations(a.at, b.at));
}

/** What a call mostly uses or waits for. */
function resourceOf({ workload, blocks }: CallFact): WorkloadEvidence['kind'] | undefined {
  if (workload !== undefined) return workload === 'brief-cpu' ? undefined : workload;
  switch (blocks) {
    case 'remote': return 'io';
    // A program that is started computes on the same processors.
    case 'cpu': case 'process': return 'cpu';
    case 'sleep': return 'blocking';
    case 'file': case 'task': case undefined: return undefined;
  }
}

/** How much the result holds, where the argument that says it is a constant. */
function megabytesOf({ fact, texts }: CallEffect): number | undefined {
  const bytes = fact.holds === undefined ? NaN : Number(literalText(texts[fact.holds]));
  return bytes >= LEAST_MEGABYTES * BYTES_PER_MEGABYTE ? Math.ceil(bytes / BYTES_PER_MEGABYTE) : undefined;
}

/** Whether data are in the ephemeral storage afterwards. Only /tmp can be written, unless a file system is mounted. */
function leavesData({ effect, text }: FileOperation): boolean {
  switch (effect) {
    case 'write': case 'append': case 'create-exclusive': case 'replace': case 'fill-directory': case 'rename-to': return !isElsewhere(text);
    case 'read': case 'delete': case 'delete-tree': case 'make-directory': case 'list': case 'exists': case 'rename-from': case 'command': case 'by-mode': case 'change-directory': case 'profile': case 'options': case 'delete-at-exit': return false;
  }
}

/** Names a place that is neither /tmp nor below it. */
function isElsewhere(text: Text): boolean {
  return text.alternatives.every(([first]) => first?.kind === 'literal' && first.text.startsWith('/') && !first.text.startsWith('/tmp'));
}

function compareLocations(a: Location, b: Location): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
}
