/** Interleavings of two invocations: A stops before one of its operations, B runs from beginning to end, A goes on. */
import type { Actor } from './plays.js';
import type { Stage } from './stage.js';

/** Opens an empty stage for these actors. */
export type Open = (actors: readonly Actor[]) => Stage;

export interface Alone {
  readonly answer: string;
  /** How often it stopped, its start included. */
  readonly gates: number;
}

/** What an actor answers when nobody else plays. */
export async function playAlone(open: Open, actor: Actor): Promise<Alone> {
  const stage = open([actor]);
  try {
    return await toTheEnd(stage, actor);
  } finally {
    stage.close();
  }
}

/** The answers when B plays while A, which has passed `passed` gates, waits. */
export async function playOverlapping(open: Open, passed: number): Promise<Readonly<Record<Actor, string>>> {
  const stage = open(['A', 'B']);
  try {
    for (let gate = 0; gate < passed; gate++) {
      await stage.next('A');
      stage.letGo('A');
    }
    const before = await stage.next('A');
    const b = await toTheEnd(stage, 'B');
    if (before.kind === 'end') return { A: before.answer, B: b.answer };
    stage.letGo('A');
    return { A: (await toTheEnd(stage, 'A')).answer, B: b.answer };
  } finally {
    stage.close();
  }
}

async function toTheEnd(stage: Stage, actor: Actor): Promise<Alone> {
  for (let gates = 0; ; gates++) {
    const said = await stage.next(actor);
    if (said.kind === 'end') return { answer: said.answer, gates };
    stage.letGo(actor);
  }
}
