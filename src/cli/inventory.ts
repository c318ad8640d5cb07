/** The inventory as the command line asks for it: everything, or the entries and functions that were named. */
import { takeEntries, takeInventory } from '../inventory/index.js';
import type { Inventory, LambdaFunction, MissingEntry } from '../inventory/index.js';
import type { Programs } from './programs.js';
import type { Audited } from './project.js';
import { UserError } from './user-error.js';

/** Names listed in a message. */
const MAX_NAMES = 12;
const MAX_PROBLEMS = 5;

/** `names`: of the functions that were asked for; empty for all. */
export function inventoryOf({ project, entries, templates, passedOver, problems }: Audited, programs: Programs, names: readonly string[]): Inventory {
  const options = {
    project, passedOver, programFor: programs.open, parseHcl: programs.parseHcl,
    ...(templates.length > 0 ? { templates } : {}),
  };
  if (entries.length > 0) {
    const { inventory, missing } = takeEntries(options, entries);
    if (missing[0]) throw missingEntry(missing[0]);
    return chosen(inventory, names);
  }
  const inventory = takeInventory(options);
  if (inventory.functions.length === 0) {
    const parsing = [...programs.opened.values()].flatMap((program) => program.problems());
    throw nothingFound({ ...inventory, problems: [...inventory.problems, ...problems(), ...parsing] });
  }
  return chosen(inventory, names);
}

function chosen(inventory: Inventory, names: readonly string[]): Inventory {
  if (names.length === 0) return inventory;
  const isCalled = (fn: LambdaFunction, name: string): boolean => fn.name === name || fn.id === name;
  const unknown = names.find((name) => !inventory.functions.some((fn) => isCalled(fn, name)));
  if (unknown !== undefined) throw new UserError(`There is no function ${unknown}.`, `Found: ${listed(inventory.functions.map((fn) => fn.name))}.`);
  return { ...inventory, functions: inventory.functions.filter((fn) => names.some((name) => isCalled(fn, name))) };
}

function missingEntry({ request, reason, candidates }: MissingEntry): UserError {
  if (reason === 'no-such-file') return new UserError(`There is no source file ${request.file}.`, 'FILE in --entry FILE#SYMBOL is relative to PATH.');
  const title = request.symbol === undefined ? `No entry point was found in ${request.file}.` : `${request.file} has no entry point ${request.symbol}.`;
  return new UserError(title, candidates.length === 0 ? 'Nothing in it can be one.' : `${request.symbol === undefined ? 'Name one' : 'It has'}: ${listed(candidates)}.`);
}

function nothingFound({ problems, templates }: Inventory): UserError {
  const lines = problems.map(({ file, line, message }) => `${file}${line === undefined ? '' : `:${line}`}: ${message}`);
  const more = lines.length > MAX_PROBLEMS ? [`and ${lines.length - MAX_PROBLEMS} more problems`] : [];
  const advice = templates.length > 0 ? 'The templates declare none.' : 'Give the folder that holds a template or the code, or name one with --entry FILE#SYMBOL.';
  return new UserError('No Lambda function was found.', [...new Set([...lines.slice(0, MAX_PROBLEMS), ...more, advice])].join('\n'));
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).join(', ');
  return names.length > MAX_NAMES ? `${shown} and ${names.length - MAX_NAMES} more` : shown;
}
