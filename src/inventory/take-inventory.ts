/**
 * The inventory: which Lambda functions a repository holds, in which runtime, with which settings and where their code
 * begins. Templates speak first; code is parsed only as far as they leave questions.
 */
import type { Problem } from '../ir/index.js';
import { classesByAnnotation } from './claimed-classes.js';
import { locateFunctions } from './declared-functions.js';
import type { Inventory, LambdaFunction } from './lambda-function.js';
import { mergeDeclarations } from './merge-declarations.js';
import { filesElsewhere } from './other-platforms.js';
import type { ProgramSource } from './programs.js';
import { functionsBySignature } from './signature-functions.js';
import { readDeclarations } from './templates/read-declarations.js';

export interface InventoryOptions extends ProgramSource {
  /** Templates to read, relative to the project's root, instead of those that are found. */
  readonly templates?: readonly string[];
  /** What the walk over the files passed over. */
  readonly passedOver?: ReadonlyMap<string, number>;
}

/** Takes the inventory of a project. */
export function takeInventory(options: InventoryOptions): Inventory {
  const templates = readDeclarations(options, options.templates, () => true);
  const problems: Problem[] = [...templates.problems];
  const located = mergeDeclarations(locateFunctions(templates.functions, options));
  const { isElsewhere, passedOver } = filesElsewhere(templates.otherPlatforms ?? [], located, options);
  const found = functionsBySignature(options, { located, declaring: templates.files, isElsewhere });
  const functions = [...located.map((each) => each.function), ...found, ...classesByAnnotation(options)];
  return {
    functions: sortedById(functions), templates: templates.files, capacityProviders: templates.capacityProviders,
    passedOver: new Map([...options.passedOver ?? [], ...passedOver]), problems: problems.sort(byPlace),
  };
}

/** Sorted by id, one function per id; classes come after the functions. */
export function sortedById(functions: readonly LambdaFunction[]): readonly LambdaFunction[] {
  return [...new Map(functions.map((fn) => [fn.id, fn])).values()]
    .sort((a, b) => Number(a.claimedSafe !== undefined) - Number(b.claimedSafe !== undefined) || (a.id < b.id ? -1 : 1));
}

function byPlace(a: Problem, b: Problem): number {
  return a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1;
}
