/** The inventory as the command line asks for it: everything, or the entries and functions that were named. */
import { takeEntries, takeInventory } from '../inventory/index.js';
import type { Inventory, MissingEntry, ProjectFiles } from '../inventory/index.js';
import type { Arguments } from './arguments.js';
import type { Programs } from './programs.js';
import { UserError } from './user-error.js';

export async function inventoryOf(project: ProjectFiles, programs: Programs, args: Arguments): Promise<Inventory> {
  const below = (file: string): string => (project.scope === '' ? file : `${project.scope}/${file}`);
  const options = {
    project, programFor: (language: Parameters<Programs['open']>[0]) => programs.open(language), passedOver: project.passedOver,
    ...(args.templates.length > 0 ? { templates: args.templates.map(below) } : {}),
  };
  if (args.entries.length > 0) {
    const { inventory, missing } = await takeEntries(options, args.entries.map((entry) => ({ ...entry, file: below(entry.file) })));
    if (missing[0]) throw missingEntry(missing[0]);
    return inventory;
  }
  const inventory = await takeInventory(options);
  const chosen = args.functions.length === 0 ? inventory.functions : inventory.functions.filter((fn) => args.functions.includes(fn.name) || args.functions.includes(fn.id));
  if (chosen.length === 0) throw nothingFound(inventory, args);
  return { ...inventory, functions: chosen };
}

function missingEntry({ request, reason, candidates }: MissingEntry): UserError {
  if (reason === 'no-such-file') return new UserError(`There is no source file ${request.file}.`, 'FILE in --entry FILE#SYMBOL is relative to PATH.');
  const names = candidates.slice(0, 12).join(', ');
  return new UserError(`${request.file} has no entry point ${request.symbol ?? ''}.`, names === '' ? 'The file has none at all.' : `It has: ${names}.`);
}

function nothingFound(inventory: Inventory, args: Arguments): UserError {
  if (inventory.functions.length > 0) return new UserError(`There is no function ${args.functions.join(', ')}.`, `Found: ${inventory.functions.slice(0, 12).map((fn) => fn.name).join(', ')}.`);
  const problems = inventory.problems.slice(0, 3).map((problem) => `${problem.file}${problem.line === undefined ? '' : `:${problem.line}`}: ${problem.message}`);
  return new UserError('No Lambda function was found.', problems.length > 0 ? problems.join('\n  ') : 'Give the folder that holds a template or the code, or name one with --entry FILE#SYMBOL.');
}
