/** Request data in memory that other invocations overwrite or see. */
import type { Harm, MemoryHazard, Point } from '../../src/analysis/hazard.js';
import type { Judgement, Rule } from '../../src/findings/rule.js';
import { later, overlapping } from '../../src/findings/witness.js';

export const requestStateLeak: Rule = {
  meta: {
    id: 'request-state-leak', family: 'request-state-leak', severity: 'error', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'],
    cwe: [488, 362], securitySeverity: '7.5',
    summary: 'Request data is kept in memory that overlapping invocations share',
    description: 'A field, module variable or static keeps data of the current request and is read again later. An overlapping invocation replaces it in between, so one request works with the data of another.',
  },
  judge(hazard) {
    if (hazard.kind !== 'memory') return undefined;
    const harm = hazard.harms.find((candidate) => candidate.kind === 'leak');
    if (!harm) return undefined;
    if (!harm.read) return givenToOthers(hazard, harm);
    return harm.relation === 'later' ? leftForLater(hazard, harm, harm.read) : overwritten(hazard, harm, harm.read);
  },
};

type Leak = Extract<Harm, { kind: 'leak' }>;

function overwritten({ name }: MemoryHazard, harm: Leak, read: Point): Judgement {
  const between = harm.acrossSuspension ? 'while the first one is suspended' : 'before it is read again';
  return {
    severity: 'error', confidence: 'likely', exposure: 'new-under-lmi',
    message: `\`${name}\` keeps data of one request where an overlapping invocation overwrites it ${between}.`,
    primary: harm.write,
    related: [{ point: read, message: 'read here, perhaps with the data of another request' }],
    witness: overlapping([{ by: 'A', point: harm.write }, { by: 'B', point: harm.write }, { by: 'A', point: read }], `A works with the data that B stored in ${name}`),
    advice: adviceFor(name),
  };
}

/** Code that is not in the repository reads it: a library, or what runs beside the handler. */
function givenToOthers({ name }: MemoryHazard, harm: Leak): Judgement {
  return {
    severity: 'error', confidence: 'likely', exposure: 'new-under-lmi',
    message: `\`${name}\` is given data of one request for others to read: while that request is suspended, an overlapping invocation puts its own there.`,
    primary: harm.write, related: [],
    witness: overlapping([{ by: 'A', point: harm.write }, { by: 'B', point: harm.write }], `whoever reads ${name} for A finds what B stored`),
    advice: adviceFor(name),
  };
}

/** No overlap is needed: the next invocation finds what this one has left. */
function leftForLater({ name, model }: MemoryHazard, harm: Leak, read: Point): Judgement {
  return {
    severity: model.memory === 'never' ? 'warning' : 'error', confidence: 'likely', exposure: 'worse-under-lmi',
    message: harm.pilesUp ? `\`${name}\` keeps what each invocation adds, and later invocations go through all of it.` : `\`${name}\` keeps data of one request, and later invocations read it.`,
    primary: harm.write,
    related: [{ point: read, message: 'read here, with what earlier invocations have left' }],
    witness: later([{ by: 'A', point: harm.write }, { by: 'B', point: read }], `B works with the data that A left in ${name}`),
    advice: adviceFor(name),
  };
}

function adviceFor(name: string): string {
  return `Pass the value as an argument or keep it in an object that the invocation creates; \`${name}\` outlives the request.`;
}
