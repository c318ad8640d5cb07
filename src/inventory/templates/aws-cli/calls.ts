/** Calls of the AWS CLI: service, operation and options. */
import type { Location } from '../../../ir/index.js';
import type { Setting } from '../../lambda-function.js';
import type { Argument, ScriptCommand } from './commands.js';
import { isList, optionValue, valueBelow, type OptionValue } from './shorthand.js';

/** `aws lambda create-function --function-name orders` */
export interface Call {
  readonly file: string;
  /** `lambda` */
  readonly service: string;
  readonly operation: string;
  /** `--memory-size` is `memory-size`; an option without a value has none. */
  readonly options: ReadonlyMap<string, readonly Argument[]>;
  readonly at: Location;
  readonly folder: string | undefined;
  /** Everything that ran in the script, this call included. */
  readonly script: readonly ScriptCommand[];
}

const PROGRAM = /^(?:.*\/)?(?:aws|awslocal)$/;
/** Words that may stand before the program. */
const BEFORE = /^(?:sudo|exec|command|env|eval|if|!|then|\w+=.*)$/;
const MAX_BEFORE = 4;

/** The calls among `script`. */
export function callsIn(file: string, script: readonly ScriptCommand[]): readonly Call[] {
  return script.flatMap(({ words, folder }) => {
    const begin = words.findIndex(({ text }) => !BEFORE.test(text));
    const program = words[begin];
    if (program === undefined || begin > MAX_BEFORE || !PROGRAM.test(program.text)) return [];
    const { plain, options } = parsed(words.slice(begin + 1));
    const [service, operation] = plain;
    const last = words.at(-1) ?? program;
    const at = { ...program.at, endLine: last.at.endLine, endColumn: last.at.endColumn };
    return service === undefined || operation === undefined ? [] : [{ file, service: service.text, operation: operation.text, options, at, folder, script }];
  });
}

/** Global options that take a value and may stand before the service. */
const GLOBAL: ReadonlySet<string> = new Set(['region', 'profile', 'output', 'query', 'endpoint-url', 'cli-read-timeout', 'cli-connect-timeout', 'color', 'ca-bundle']);

function parsed(words: readonly Argument[]): { readonly plain: readonly Argument[]; readonly options: ReadonlyMap<string, readonly Argument[]> } {
  const plain: Argument[] = [];
  const options = new Map<string, Argument[]>();
  let open: Argument[] | undefined;
  let takesOne = false;
  for (const word of words) {
    const option = /^--([a-z][\w-]*)(?:=([^]*))?$/.exec(word.text);
    if (option) {
      open = option[2] === undefined ? [] : [{ ...word, text: option[2] }];
      takesOne = GLOBAL.has(option[1]!);
      options.set(option[1]!, open);
      if (option[2] !== undefined) open = undefined;
    } else if (open === undefined || (takesOne && open.length === 1)) plain.push(word);
    else open.push(word);
  }
  return { plain, options };
}

/** The literal text of an option. */
export function text(call: Call, name: string, unknown: string[] = []): Setting<string> | undefined {
  const [argument] = call.options.get(name) ?? [];
  if (argument === undefined) return undefined;
  if (argument.unknown === undefined) return { value: argument.text, from: argument.at };
  unknown.push(`--${name}: ${argument.unknown}`);
  return undefined;
}

export function number(call: Call, name: string, unknown: string[]): Setting<number> | undefined {
  return asNumber(text(call, name, unknown), `--${name}`, unknown);
}

/** What can be read of an option: a name or ARN. */
export function readable(call: Call, name: string): Setting<string> | undefined {
  const [argument] = call.options.get(name) ?? [];
  return argument === undefined || argument.text === '' ? undefined : { value: argument.text, from: argument.at };
}

/** An option with structure. A file that holds it is not read. */
export interface Structure {
  readonly value: OptionValue;
  readonly name: string;
  readonly at: Location;
}

export function structure(call: Call, name: string, unknown: string[] = []): Structure | undefined {
  const words = call.options.get(name);
  const [first] = words ?? [];
  if (words === undefined || first === undefined) return undefined;
  if (/^file(?:b)?:\/\//.test(first.text)) {
    unknown.push(`--${name}: it is in the file ${first.text}`);
    return undefined;
  }
  return { value: optionValue(words.map((word) => word.text).join(',')), name: `--${name}`, at: first.at };
}

/** A text in a structure; the part of a variable of the shell makes it unknown. */
export function textIn(found: Structure | undefined, path: readonly string[], unknown: string[]): Setting<string> | undefined {
  const value = found && valueBelow(found.value, path);
  const item = value !== undefined && isList(value) ? value[0] : value;
  if (found === undefined || typeof item !== 'string') return undefined;
  const variable = /\$\{(\w+|…)\}/.exec(item)?.[1];
  if (variable === undefined) return { value: item, from: found.at };
  unknown.push(`${found.name}: the shell variable ${variable}`);
  return undefined;
}

export function numberIn(found: Structure | undefined, path: readonly string[], unknown: string[]): Setting<number> | undefined {
  return asNumber(textIn(found, path, unknown), `${found?.name ?? ''} ${path.at(-1) ?? ''}`, unknown);
}

/** What can be read of a text in a structure. */
export function readableIn(found: Structure | undefined, path: readonly string[]): Setting<string> | undefined {
  const value = found && valueBelow(found.value, path);
  return found !== undefined && typeof value === 'string' && value !== '' ? { value, from: found.at } : undefined;
}

/** All items of a list, or the one that stands for it. */
export function itemsIn(found: Structure | undefined, path: readonly string[]): Setting<readonly string[]> | undefined {
  const value = found && valueBelow(found.value, path);
  if (found === undefined || value === undefined) return undefined;
  const items = (isList(value) ? value : [value]).filter((item) => typeof item === 'string' && item !== '') as readonly string[];
  return items.length === 0 ? undefined : { value: items, from: found.at };
}

function asNumber(setting: Setting<string> | undefined, name: string, unknown: string[]): Setting<number> | undefined {
  if (setting === undefined) return undefined;
  const value = setting.value.trim() === '' ? Number.NaN : Number(setting.value);
  if (Number.isFinite(value)) return { value, from: setting.from };
  unknown.push(`${name}: no number`);
  return undefined;
}
