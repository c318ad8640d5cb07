/** How much of what the entry points reach was understood: the difference between "ready" and "not proven". */
import { fileOf } from '../ir/index.js';
import { locationOf } from './conflicts/points.js';
import { assumedLocks } from './conflicts/real-locks.js';
import { isShared } from './conflicts/sharing.js';
import { displayPath } from './domain/access-path.js';
import { isRequest } from './domain/marks.js';
import type { CallRecord, Engine } from './engine.js';
import { librariesOf } from './libraries.js';
import type { Coverage } from './result.js';
import type { Run } from './run.js';

const MAX_NAMED = 20;

export function coverageOf(engine: Engine, run: Run): Coverage {
  const reached = run.invocation.reached;
  const calls = [...engine.calls.values()].filter((call) => reached.has(call.site.function));
  const receivers = calls.filter((call) => call.receiverKnown !== undefined);
  const files = new Set([...reached].map(fileOf));
  return {
    reachedFunctions: reached.size,
    calls: calls.length,
    resolvedCalls: calls.filter((call) => call.resolved).length,
    receivers: receivers.length,
    resolvedReceivers: receivers.filter((call) => call.receiverKnown === true).length,
    unresolved: unresolvedByName(engine, calls),
    escapes: [...engine.escapes.values()].filter((escape) => reached.has(escape.site.function)).slice(0, MAX_NAMED).map((escape) => ({ into: escape.into, at: locationOf(engine.program, escape.site) })),
    unknownNodes: engine.unknownNodes.size,
    bounds: [...engine.cuts, ...handedOver(run), ...assumedToWork(run)].sort(),
    unreadFiles: [...new Set(engine.program.problems(files).filter(({ kind }) => kind !== 'unsupported-construct').map((problem) => problem.file))].sort(),
    unknownLibraries: librariesOf(engine, run).filter((library) => !engine.knowledge.knowsLibrary(library)),
  };
}

/** Methods that nothing is known of and that get request data, on objects that invocations share: they may keep it. */
function handedOver(run: Run): readonly string[] {
  const found = run.invocation.handovers.filter(({ path, marks }) => isRequest(marks) && isShared(run, path));
  return [...new Set(found.map(({ into }) => `request data goes into ${into} of an object that invocations share, and nothing is known of it`))].slice(0, MAX_NAMED);
}

/** Locks of the repository's own that are not understood, and that something relies on. */
function assumedToWork(run: Run): readonly string[] {
  const places = assumedLocks(run).flatMap(({ paths }) => paths.filter((path) => isShared(run, path)).map(displayPath));
  return [...new Set(places)].slice(0, MAX_NAMED).map((place) => `who waits at ${place} is taken to go on alone, which nobody has looked into`);
}

function unresolvedByName(engine: Engine, calls: readonly CallRecord[]): Coverage['unresolved'] {
  const byName = new Map<string, { count: number; first: CallRecord }>();
  for (const call of calls) {
    if (call.resolved) continue;
    const known = byName.get(call.name);
    if (known) known.count++;
    else byName.set(call.name, { count: 1, first: call });
  }
  return [...byName].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1)).slice(0, MAX_NAMED)
    .map(([name, { count, first }]) => ({ name, count, at: locationOf(engine.program, first.site) }));
}
