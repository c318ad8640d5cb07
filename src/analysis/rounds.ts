/**
 * When the rounds of an analysis may end: when another one would find the same. That is so when nothing has grown, or when
 * nobody was told, in this round, less of a growing table than is known at its end.
 */
import type { Answers } from './domain/growing.js';
import type { Engine } from './engine.js';

/** How much was known when a round began. */
export interface Progress {
  readonly growth: number;
  /** The container starts its services before the first invocation. */
  readonly services: number;
}

/** Forgets what the round before has found, but for what only grows. */
export function startRound(engine: Engine): Progress {
  engine.calls.clear();
  engine.escapes.clear();
  for (const { answers } of tables(engine)) answers.startRound();
  return { growth: growth(engine), services: engine.singletons.size };
}

/** Whether another round would find the same, if it initialises the same. */
export function isStable(engine: Engine, before: Progress, round: number): boolean {
  // What was cut off comes at another place when less has to be repeated.
  if (engine.isCut) return round > 0 && growth(engine) === before.growth;
  const isOutdated = tables(engine).some(({ answers }) => answers.areOutdated);
  return !isOutdated && engine.singletons.size === before.services;
}

function tables({ heap, written, constructed, started, ranInInvocations, entryFunctions, otherNames, threadPlaces }: Engine): readonly { readonly answers: Pick<Answers<unknown>, 'areOutdated' | 'startRound'> }[] {
  return [heap, written, constructed, started, ranInInvocations, entryFunctions, otherNames, threadPlaces];
}

/** A number that stays the same when a round has found nothing new. */
function growth(engine: Engine): number {
  const { heap, written, threadPlaces, perEvent, constructed, singletons, started, ranInInvocations } = engine;
  const keys = [...threadPlaces.values()].reduce((count, places) => count + places.size, 0);
  return heap.version() + written.size + keys + perEvent.size + constructed.size + singletons.size + started.size + ranInInvocations.size;
}
