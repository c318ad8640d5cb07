/** A file whose name overlapping invocations share. */
import type { Rule } from '../../src/findings/rule.js';
import type { FileHazard } from '../../src/analysis/hazard.js';
import type { Severity } from '../../src/findings/finding.js';
import { overlapping } from '../../src/findings/witness.js';

export const sharedTempPath: Rule = {
  meta: {
    id: 'shared-temp-path', family: 'tmp-path-collision', severity: 'error', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], cwe: [362, 377, 379],
    summary: 'A temporary file has a name that overlapping invocations share',
    description: 'All invocations of an environment share /tmp. When the name of a file does not differ between them, they overwrite, read and delete the files of each other.',
  },
  judge(hazard) {
    if (hazard.kind !== 'file' || hazard.harm !== 'shared-path') return undefined;
    const severity = severityOf(hazard);
    if (severity === undefined) return undefined;
    const other = hazard.others[0] ?? hazard.operation;
    return {
      severity, confidence: 'likely', exposure: 'new-under-lmi',
      message: messageOf(hazard),
      primary: hazard.operation,
      related: hazard.others.map((point) => ({ point, message: `${point.effect} here` })),
      witness: overlapping([{ by: 'A', point: hazard.operation }, { by: 'B', point: hazard.operation }, { by: 'A', point: other }], "A goes on with B's file"),
      advice: 'Put a part into the name that differs for each invocation (request id, uuid, mkdtemp or createTempFile), and delete only that.',
      change: { kind: 'unique-path', places: [hazard.operation, ...hazard.others] },
    };
  },
};

function messageOf(hazard: FileHazard): string {
  const all = [hazard.name, ...hazard.otherNames].slice(0, 3).map((name) => `\`${name}\``);
  const names = all.join(' or ');
  if (hazard.atInit) return `${names} is one name for all workers and processes that initialise at the same time: they write, read or delete each other's file.`;
  const harm = hazard.effect === 'create-exclusive' ? 'an invocation fails as long as the file of another one is there' : "overlapping invocations write, read or delete each other's file";
  const subject = hazard.pathClass === 'constant' && all.length > 1 ? `${all.join(' and ')} are names for all invocations` : `${names} ${REASON[hazard.pathClass]}`;
  return `${subject}: ${harm}.`;
}

const REASON: Record<FileHazard['pathClass'], string> = {
  unique: 'is a name of its own',   constant: 'is one name for all invocations', request: 'is named after request data that two invocations in flight can share',
  'request-basename': 'is named after the base name of request data', time: 'is told apart by the time only', counter: 'is numbered by a counter that starts anew in every worker or process',
  'process-id': 'is told apart by the process id, which overlapping invocations share', 'thread-id': 'is told apart by the thread only',
  'weak-random': 'is told apart by too little randomness', 'few-random': 'is told apart by hardly any randomness', 'unreserved-name': 'is a new name that is not reserved when it is chosen',
};

/** By what tells the names apart, and by what happens to the file. */
function severityOf(hazard: FileHazard): Severity | undefined {
  if (hazard.effect === 'create-exclusive') return hazard.pathClass === 'constant' ? 'warning' : 'note';
  switch (hazard.pathClass) {
    case 'unique': return undefined;
    case 'constant': return hazard.atomicReplace && !hazard.contentFromRequest ? 'note' : 'error';
    case 'request-basename': return 'error';
    case 'request': return hazard.isDeleted ? 'error' : 'warning';
    case 'time': case 'weak-random': case 'unreserved-name': return 'warning';
    case 'counter': case 'few-random': case 'process-id': case 'thread-id': return 'error';
  }
}
