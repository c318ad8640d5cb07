/**
 * Asking for a file: what is done when the answer is no, is done because the file was not there. The answer may be a value, an
 * exception that a handler catches, the failure of a promise, or what a callback is given.
 */
import type { FileOperation, Look } from '../domain/access.js';
import type { Guard, State } from '../domain/state.js';
import type { Value } from '../domain/value.js';
import type { FileEffect } from '../../knowledge/schema.js';
import type { Walk } from './walk.js';

/** Files that the block of a `try` has asked for, as long as it has not made any. */
export interface LooksOfTry {
  readonly found: Look[];
  hasMade: boolean;
}

const MAX_LOOKS = 8;

/** A file is asked for, where an exception says that it is not there. */
export function noteLook(walk: Walk, look: Look): void {
  const looks = walk.looks.at(-1);
  if (looks && !looks.hasMade && looks.found.length < MAX_LOOKS) looks.found.push(look);
}

/** An operation on a file: to read it asks for it, and whoever makes one knows it to be there. */
export function noteOperation(walk: Walk, effect: FileEffect['effect'], look: Look): void {
  if (effect === 'read' || effect === 'rename-from') { noteLook(walk, look); return; }
  const looks = walk.looks.at(-1);
  if (looks && MAKING.has(effect)) looks.hasMade = true;
}

const MAKING: ReadonlySet<FileOperation['effect']> = new Set(['write', 'append', 'replace', 'create-exclusive', 'fill-directory', 'command', 'rename-to'] as const);

/** Runs the block of a `try`, and says under which guards its handlers run. */
export function looksWithin(walk: Walk, body: () => void): readonly Guard[] {
  const looks: LooksOfTry = { found: [], hasMade: false };
  walk.looks.push(looks);
  body();
  walk.looks.pop();
  return looks.found.map((exists) => ({ reads: [], test: true, exists }));
}

/** Runs `body`, which is done because of the answer. */
export function becauseOf<T>(state: State, look: Look | undefined, body: () => T): T {
  if (!look) return body();
  const outer = state.guards;
  state.guards = [...outer, { reads: [], test: true, exists: look }];
  const result = body();
  state.guards = outer;
  return result;
}

/** `return false` where a file is not there says that it is not. */
export function answering(state: State, value: Value): Value {
  const isBare = value.reads.length === 0 && value.paths.length === 0 && (value.isNull === true || isTruth(value));
  const exists = isBare && value.exists === undefined ? state.guards.findLast((guard) => guard.exists)?.exists : undefined;
  return exists ? { ...value, exists } : value;
}

function isTruth({ text }: Value): boolean {
  const part = text?.alternatives[0]?.[0];
  return text?.alternatives.length === 1 && part?.kind === 'literal' && (part.text === 'true' || part.text === 'false');
}
