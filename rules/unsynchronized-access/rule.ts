/** Two invocations touch the same memory, one writes, nothing orders them. */
import type { Harm, MemoryHazard } from '../../src/analysis/hazard.js';
import type { Judgement, Rule } from '../../src/findings/rule.js';
import { overlapping } from '../../src/findings/witness.js';
import { rivals } from '../../src/findings/wording.js';

export const unsynchronizedAccess: Rule = {
  meta: {
    id: 'unsynchronized-access', family: 'shared-state-race', severity: 'error', confidence: 'likely', languages: ['python', 'java', 'dotnet'], cwe: [362, 366],
    summary: 'Overlapping invocations touch shared memory without synchronisation and one of them writes',
    description: 'A collection or field is shared by all invocations, at least one writes it, and no common lock keeps them apart. Collections lose entries, throw or loop forever; fields are seen half-updated or stale.',
  },
  judge(hazard) {
    if (hazard.kind !== 'memory') return undefined;
    const broken = hazard.harms.find((candidate) => candidate.kind === 'corruption');
    if (broken && !broken.keyed) {
      const simple = broken.type.slice(broken.type.lastIndexOf('.') + 1);
      return {
        severity: 'error', confidence: 'likely', exposure: 'new-under-lmi',
        message: `\`${hazard.name}\` is a ${simple} that ${rivals(hazard)} change at the same time: entries are lost, or iterating it fails.`,
        primary: broken.write, related: [{ point: broken.other, message: 'used here at the same time' }],
        witness: overlapping([{ by: 'A', point: broken.write }, { by: 'B', point: broken.other }], `the ${simple} is changed by two threads at once`),
        advice: hazard.ownThreads ? `Let each task return its result and put them together when all are done, or use a concurrent collection.` : `Use a concurrent collection, guard every access with one lock, or create the ${simple} per invocation.`,
      };
    }
    const torn = hazard.harms.find((candidate) => candidate.kind === 'torn');
    if (torn) {
      return {
        severity: 'error', confidence: 'likely', exposure: 'new-under-lmi',
        message: `\`${hazard.name}\` is written together with a place that it has to agree with, one after the other: an overlapping invocation reads the new one with the old other.`,
        primary: torn.first, related: [{ point: torn.second, message: 'written only here' }, { point: torn.read, message: 'read here, perhaps in between' }],
        witness: overlapping([{ by: 'A', point: torn.first }, { by: 'B', point: torn.read }, { by: 'A', point: torn.second }], 'B works with one half of what A writes'),
        advice: 'Put both into one immutable object and replace that in one step (a volatile field, an atomic reference), or hold one lock around both writes and around both reads.',
      };
    }
    const race = hazard.harms.find((candidate) => candidate.kind === 'race');
    if (!race) return undefined;
    if (race.isEmptied) {
      return {
        severity: 'error', confidence: 'likely', exposure: 'new-under-lmi',
        message: `\`${hazard.name}\` is emptied and then filled again: an overlapping invocation that looks in between finds nothing, or a part.`,
        primary: race.write, related: [{ point: race.other, message: 'read here, perhaps while it is being filled' }],
        witness: overlapping([{ by: 'A', point: race.write }, { by: 'B', point: race.other }], `B finds ${hazard.name} empty`),
        advice: `Fill a new container and store it in \`${hazard.name}\` when it is complete, or hold one lock from the first step to the last.`,
      };
    }
    if (race.varies) {
      return {
        severity: 'error', confidence: 'likely', exposure: 'new-under-lmi',
        message: `Each ${hazard.ownThreads ? 'thread' : 'invocation'} stores different values in \`${hazard.name}\` in turn: ${hazard.ownThreads ? 'another thread of the invocation' : 'an overlapping invocation'} reads what belongs to another.`,
        primary: race.write, related: [{ point: race.other, message: `read here, perhaps after another ${hazard.ownThreads ? 'thread' : 'invocation'} has replaced it` }],
        witness: overlapping([{ by: 'A', point: race.write }, { by: 'B', point: race.write }, { by: 'A', point: race.other }], `A reads the ${hazard.name} of B`),
        advice: `Keep it in a local variable or in an object that the ${hazard.ownThreads ? 'task' : 'invocation'} creates; \`${hazard.name}\` is one place for all of them.`,
      };
    }
    if (hazard.model.unit === 'call') return brokenPromise(hazard, race);
    return {
      severity: 'note', confidence: 'likely', exposure: 'new-under-lmi',
      message: `\`${hazard.name}\` is written by invocations without synchronisation; the last one wins.`,
      primary: race.write, related: [{ point: race.other, message: 'used here at the same time' }],
      witness: overlapping([{ by: 'A', point: race.write }, { by: 'B', point: race.other }], 'B sees whichever value was written last'),
      advice: 'Make it volatile or atomic if its readers must see the newest value, or keep it per invocation.',
    };
  },
};

type Race = Extract<Harm, { kind: 'race' }>;

/** Whoever calls a class that is said to be safe relies on seeing what others have stored. */
function brokenPromise({ name }: MemoryHazard, { write, other }: Race): Judgement {
  const isRead = other.kind === 'read' || other.kind === 'check';
  return {
    severity: isRead ? 'error' : 'note', confidence: 'likely', exposure: 'new-under-lmi',
    message: isRead
      ? `\`${name}\` is written here, and no lock orders that with its other uses: another thread sees an old value, or one half-way through a change.`
      : `\`${name}\` is written by several threads without an order; the last one wins.`,
    primary: write, related: [{ point: other, message: isRead ? 'read here at the same time' : 'also written here at the same time' }],
    witness: overlapping([{ by: 'A', point: write }, { by: 'B', point: other }], isRead ? `B need not see what A has stored in ${name}` : 'whichever was written last stays'),
    advice: 'Hold one lock at every read and write, or make it volatile or atomic where one access at a time is enough.',
  };
}
