/** Runs all code of some files once: as it is started, and where nothing starts it, as if somebody called it. */
import type { FunctionBody, Program } from '../../ir/index.js';
import { Evaluator } from './evaluator.js';
import type { Made } from './values.js';

/** What was seen of a program. */
export interface Run {
  readonly evaluator: Evaluator;
  /** Whether an object was seen already where more is known of it. */
  readonly isExtra: (made: Made) => boolean;
}

/** Runs the top-level code of `files`, then what that did not reach, then what known conditions left out. */
export function runAll(program: Program, files: readonly string[]): Run {
  const evaluator = new Evaluator(program);
  for (const file of files) evaluator.runFile(file);
  const bodies = files.flatMap((file) => {
    const module = program.module(file);
    return module ? [...module.bodies.values()].filter(({ id }) => id !== module.init) : [];
  });
  for (const isNext of [isMain, isConstructor, isOuter, () => true]) {
    for (const body of bodies) if (isNext(body) && !evaluator.entered.has(body.id)) evaluator.runAlone(body);
  }
  const seen = new Set(evaluator.made.map(placeOf));
  const known = new Set(evaluator.made);
  for (const body of bodies) if (evaluator.skipping.has(body.id)) evaluator.runAlone(body);
  return { evaluator, isExtra: (made) => !known.has(made) && seen.has(placeOf(made)) };
}

/** What the program makes, each object once. */
export function objectsOf({ evaluator, isExtra }: Run): readonly Made[] {
  return evaluator.made.filter((made) => !isExtra(made));
}

/** Where Java programs begin. */
function isMain({ name, isStatic }: FunctionBody): boolean {
  return isStatic && name.endsWith('.main');
}

function isConstructor({ isConstructor: isOne }: FunctionBody): boolean {
  return isOne;
}

function isOuter({ enclosing }: FunctionBody): boolean {
  return enclosing === undefined;
}

function placeOf({ at }: Made): string {
  return `${at.file}:${at.line}:${at.column}`;
}
