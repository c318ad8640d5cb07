/** The inventory as the command line asks for it: everything, or the entries that were named. */
import type { Inventory, LambdaFunction } from '../inventory/lambda-function.js';
import type { ProjectFiles } from '../inventory/source-project.js';
import type { Arguments } from './arguments.js';
import { languageOf } from './programs.js';
import type { Programs } from './programs.js';
import { UserError } from './user-error.js';

export async function inventoryOf(project: ProjectFiles, programs: Programs, args: Arguments): Promise<Inventory> {
  const functions: LambdaFunction[] = [];
  for (const entry of args.entries) {
    const language = languageOf(entry.file);
    const file = project.scope === '' ? entry.file : `${project.scope}/${entry.file}`;
    if (!language || !project.has(file)) throw new UserError(`There is no source file ${entry.file}.`, 'FILE in --entry FILE#SYMBOL is relative to PATH.');
    await programs.open(language);
    const symbol = entry.symbol ?? 'handler';
    functions.push({ id: `${file}#${symbol}`, name: symbol, language, environment: new Map(), layers: [], entries: [{ file, symbol }], evidence: ['--entry'], unknown: [] });
  }
  return { functions, templates: [], passedOver: project.passedOver, problems: [] };
}
