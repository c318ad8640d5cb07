/** Literal calls of the AWS CLI in scripts, Makefiles, buildspecs and workflows. */
import type { Problem } from '../../../ir/index.js';
import { folderOf } from '../../files/files-below.js';
import type { DeclarationReader, Declarations } from '../declared-function.js';
import { callsIn } from './calls.js';
import { commandsOf } from './commands.js';
import { declaredBy } from './functions.js';
import { mayHoldCommands } from './script-text.js';

/** What a file has to contain to be worth reading. */
const DECLARES = /\blambda\s(?:[^\n]|\\\r?\n)*?create-(?:function|capacity-provider)\b/;
/** A call of one of the services that have to do with functions. */
const OPERATION = /\b(?:lambda|events|sqs)\s/;

export const awsCli: DeclarationReader = {
  mayDeclare: mayHoldCommands,
  reachesBeside: true,
  read(candidates, { project }, isNamed): Declarations {
    const texts = candidates.flatMap((file) => {
      const text = project.read(file);
      return text === undefined ? [] : [{ file, text, declares: DECLARES.test(text) }];
    });
    const folders = new Set(texts.filter(({ declares }) => declares).map(({ file }) => folderOf(file)));
    const calls = texts.filter(({ file, text }) => folders.has(folderOf(file)) && OPERATION.test(text)).flatMap(({ file, text }) => callsIn(file, commandsOf(file, text)));
    const declared = [...folders].sort().map((folder) => declaredBy(calls.filter((call) => folderOf(call.file) === folder), project));
    const functions = declared.flatMap((each) => each.functions);
    const capacityProviders = declared.flatMap((each) => each.capacityProviders);
    const files = [...new Set([...functions.map(({ template }) => template), ...capacityProviders.map(({ at }) => at.file)])].sort();
    return { files, functions, capacityProviders, problems: isNamed ? withoutCalls(candidates, files) : [] };
  },
};

function withoutCalls(candidates: readonly string[], files: readonly string[]): readonly Problem[] {
  return candidates.filter((file) => !files.includes(file)).map((file) => ({ kind: 'unreadable', file, message: 'no declaration: it creates no function' }));
}
