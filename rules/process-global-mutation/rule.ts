/** Settings of the process that an invocation changes for everybody. */
import type { Severity, Witness } from '../../src/findings/finding.js';
import type { Point } from '../../src/analysis/hazard.js';
import type { SettingHarm, SettingKind } from '../../src/analysis/process-harm.js';
import type { Rule } from '../../src/findings/rule.js';
import { later, overlapping } from '../../src/findings/witness.js';

export const processGlobalMutation: Rule = {
  meta: {
    id: 'process-global-mutation', family: 'process-global-mutation', severity: 'error', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], cwe: [362, 488],
    summary: 'An invocation changes a setting of the whole process',
    description: 'Environment variables, the working directory, the default locale and time zone, standard streams and the global settings of libraries belong to the process. What one invocation sets there, all others that run in it work with.',
  },
  judge(hazard) {
    if (hazard.kind !== 'effect' || hazard.harm.kind !== 'setting') return undefined;
    const { harm, name, point } = hazard;
    const unit = hazard.model.processScope === 'worker' ? 'worker' : 'process';
    return {
      severity: severityOf(harm), confidence: 'likely', exposure: harm.relation === 'later' ? 'pre-existing' : 'new-under-lmi',
      message: `\`${name}\` ${SUBJECT[harm.setting]} of the whole ${unit}, and ${consequence(harm)}.`,
      primary: point, related: harm.read ? [{ point: harm.read, message: 'read here' }] : [],
      witness: harm.from === 'constant' ? undefined : witnessOf(harm, point),
      advice: harm.from === 'constant' ? 'Set it once, when the module is loaded or the handler is made.' : ADVICE[harm.setting],
    };
  },
};

const SUBJECT: Record<SettingKind, string> = {
  environment: 'is part of the environment', 'working-directory': 'sets the working directory', locale: 'is a language setting', 'time-zone': 'is the time zone', property: 'is a property',
  umask: 'sets the file mode mask', streams: 'is a standard stream', logging: 'is a logging setting', configuration: 'is a setting', identity: 'sets the user', function: 'is a function',
};

const ADVICE: Record<SettingKind, string> = {
  environment: 'Pass the value as an argument, or keep it in the context of the invocation; hand child processes an environment of their own.',
  'working-directory': 'Use absolute paths, and hand child processes a working directory of their own.',
  locale: 'Pass the language or culture to the call that formats, or make an instance with it for the request.',
  'time-zone': 'Pass the time zone to the call that computes or formats.',
  property: 'Pass the value as an argument, or to a client that is made for the request.',
  umask: 'Set the mode of each file where it is created.',
  streams: 'Hand the code a stream of its own to write to.',
  logging: 'Configure logging once at init; pass what differs per request with the message.',
  configuration: 'Make an instance with settings of its own for the request, and leave the global one alone.',
  identity: 'Start a child process as that user.',
  function: 'Replace it once at init, and let the replacement look up what belongs to the request in the context of the invocation.',
};

function severityOf({ from, relation, stays, isGuarded }: SettingHarm): Severity {
  if (from === 'constant' || isGuarded) return 'note';
  if (relation === 'later') return stays ? 'warning' : 'note';
  return from === 'removal' || from === 'choice' ? 'warning' : 'error';
}

function consequence({ from, relation, stays }: SettingHarm): string {
  switch (from) {
    case 'constant': return 'every invocation sets it, whatever it was asked for';
    case 'removal': return relation === 'overlapping' ? 'an invocation removes it while others may still need it' : 'it is gone for the invocations that follow';
    case 'choice': return 'once a request asks for it, it holds for all others';
    case 'first-request': return 'the data of whichever request comes first stay there for all others';
    case 'request': break;
  }
  if (relation === 'overlapping') return 'what one request sets, the others work with';
  return stays ? 'what one request sets is still there for the next' : 'each request sets it anew';
}

function witnessOf({ from, relation, read }: SettingHarm, point: Point): Witness {
  if (relation === 'later') return later([{ by: 'A', point }, { by: 'B', point: read ?? point, action: 'runs later, and does not set it' }], 'B works with what A has left there');
  if (from === 'first-request' || from === 'choice' || from === 'removal') return overlapping([{ by: 'A', point }, { by: 'B', point: read ?? point, action: 'is running, or comes later' }], from === 'removal' ? 'B no longer finds it' : 'B works with what A has set for its own request');
  const used = read ? { by: 'A' as const, point: read } : { by: 'A' as const, point, action: 'goes on, and uses it' };
  return overlapping([{ by: 'A', point }, { by: 'B', point }, used], 'A works with what B has set for its own request');
}
