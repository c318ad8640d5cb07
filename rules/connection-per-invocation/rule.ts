/** Connections, pools and clients that every invocation makes for itself. */
import type { EffectHarm } from '../../src/analysis/hazard.js';
import type { Rule } from '../../src/findings/rule.js';
import { overlapping } from '../../src/findings/witness.js';

export const connectionPerInvocation: Rule = {
  meta: {
    id: 'connection-per-invocation', family: 'unsafe-pool', severity: 'warning', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], cwe: [400, 770],
    summary: 'Each invocation opens a database connection, or makes a pool, of its own',
    description: 'A connection that is opened in the handler is opened once for each invocation, so that the database has as many as invocations run at the same time: the concurrency of an environment times the number of environments. A pool or client that is made there keeps several.',
  },
  judge(hazard) {
    if (hazard.kind !== 'effect' || hazard.harm.kind !== 'opens-each-time') return undefined;
    const { point, name, others, harm } = hazard;
    const words = WORDS[harm.what];
    return {
      severity: 'warning', confidence: 'likely', exposure: harm.isSharable ? 'worse-under-lmi' : 'pre-existing',
      message: `\`${name}\` ${words.makes} in every invocation${harm.load ? `: ${atOnce(harm.load, words.several)}` : ''}.`,
      primary: point, related: others.map((other) => ({ point: other, message: 'and here' })),
      witness: overlapping([{ by: 'A', point, action: words.step }, { by: 'B', point, action: words.step }], 'the database holds one for each of them, and refuses those that come when it has no more'),
      advice: harm.isSharable
        ? `${words.remedy} Keep what all copies hold together below what the database takes, with a proxy in front of it where that is not enough.`
        : 'Open it once before the first invocation, and anew when it was lost: a process serves one invocation after the other and needs one. A proxy in front of the database keeps down how many it sees.',
    };
  },
};

type Opens = Extract<EffectHarm, { kind: 'opens-each-time' }>;

const WORDS: Readonly<Record<Opens['what'], { readonly makes: string; readonly several: string; readonly step: string; readonly remedy: string }>> = {
  connection: { makes: 'opens a connection', several: 'connections', step: 'opens a connection', remedy: 'Make one pool before the first invocation, and take a connection from it for as long as an invocation needs one.' },
  pool: { makes: 'makes a pool of connections', several: 'pools', step: 'makes a pool', remedy: 'Make the pool once, before the first invocation, and let all invocations use it.' },
  client: { makes: 'makes a client with connections of its own', several: 'clients', step: 'makes a client, which connects', remedy: 'Make the client once, before the first invocation, and let all invocations use it.' },
};

/** `with a concurrency of 32 and 3 to 10 environments 96 to 320 connections at once`. */
function atOnce({ concurrency, often, environments }: NonNullable<Opens['load']>, several: string): string {
  if (!environments.isKnown) return `with ${often} that is up to ${concurrency} ${several} in each environment`;
  const { min, max } = environments;
  const [count, total] = max === undefined ? [`${min} environments or more`, `${min * concurrency} ${several} and more`]
    : [min === max ? `${min} environments` : `${min} to ${max} environments`, `up to ${max * concurrency} ${several}`];
  return `with ${often} in each of ${count} that is ${total} at once`;
}
