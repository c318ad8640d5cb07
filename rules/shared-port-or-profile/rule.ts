/** A port, socket or profile directory of which there is one, wanted by several at once. */
import type { EffectHazard, FileHazard } from '../../src/analysis/hazard.js';
import type { Judgement, Rule } from '../../src/findings/rule.js';
import type { Severity } from '../../src/findings/finding.js';
import { overlapping } from '../../src/findings/witness.js';

export const sharedPortOrProfile: Rule = {
  meta: {
    id: 'shared-port-or-profile', family: 'tmp-path-collision', severity: 'error', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], cwe: [362],
    summary: 'Several workers, processes or invocations want one port, socket or profile directory',
    description: 'A port or socket of a fixed name can be bound once in an environment, and a program keeps its settings, locks and caches in a directory that is made for one instance of it. Where workers, processes or overlapping invocations use the same one, the second fails, waits, or damages what the first has there.',
  },
  judge(hazard) {
    if (hazard.kind === 'effect' && hazard.harm.kind === 'binds') return judgePort(hazard, hazard.harm.atInit);
    return hazard.kind === 'file' && hazard.harm === 'profile' ? judgeProfile(hazard) : undefined;
  },
};

/** Where there is one process, it can be made to share what it has; several cannot see each other. */
function severityUnder({ model }: EffectHazard | FileHazard): Severity {
  return model.initialisesAtOnce ? 'error' : 'warning';
}

function judgePort(hazard: EffectHazard, atInit: boolean): Judgement {
  return {
    severity: severityUnder(hazard), confidence: 'likely', exposure: 'new-under-lmi',
    message: `\`${hazard.name}\` can be bound once in an environment: ${atInit ? 'the second worker or process that initialises fails' : 'an invocation fails while another one listens there'}.`,
    primary: hazard.point,
    related: [],
    witness: overlapping([{ by: 'A', point: hazard.point }, { by: 'B', point: hazard.point, action: `fails: ${hazard.name} is in use` }], 'B gets no server, or talks to that of A'),
    advice: 'Listen on port 0 and ask which port it became, or on a socket in a directory of the invocation\'s own.',
  };
}

function judgeProfile(hazard: FileHazard): Judgement | undefined {
  if (hazard.pathClass === 'unique') return undefined;
  const tool = hazard.tool ?? 'the program';
  const place = hazard.name === '$HOME' ? 'its directory below the home directory' : `\`${hazard.name}\``;
  return {
    severity: severityUnder(hazard), confidence: 'likely', exposure: 'new-under-lmi',
    message: `${place[0]?.toUpperCase() ?? ''}${place.slice(1)} is the profile or cache of ${tool} for ${hazard.model.initialisesAtOnce ? 'all workers and processes' : 'all invocations'}: they lock each other out or damage it.`,
    primary: hazard.operation,
    related: hazard.others.map((point) => ({ point, message: `${point.effect} here` })),
    witness: overlapping([{ by: 'A', point: hazard.operation }, { by: 'B', point: hazard.operation }], `two instances of ${tool} work in one directory`),
    advice: 'Give each one a directory of its own (mkdtemp, or a name with the process id where there is one invocation per process), or fill it when the image is built and only read it.',
  };
}
