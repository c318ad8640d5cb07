/** The command line as data. Mistakes in it are `UserError`s. */
import { Command, CommanderError, Option } from 'commander';
import { UserError } from './user-error.js';

export const FORMATS = ['terminal', 'sarif', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export interface Output {
  readonly format: Format;
  /** Standard output when absent. */
  readonly file?: string;
}

export interface EntryArgument {
  readonly file: string;
  /** All entry points detected in the file when absent. */
  readonly symbol?: string;
}

export interface Arguments {
  readonly paths: readonly string[];
  readonly entries: readonly EntryArgument[];
  readonly outputs: readonly Output[];
  readonly failOn: 'error' | 'warning' | 'note' | 'never';
  readonly minScore?: number;
  readonly templates: readonly string[];
  readonly functions: readonly string[];
  readonly stats: boolean;
  readonly quiet: boolean;
  readonly color?: boolean;
  readonly progress: boolean;
  readonly print?: 'ir' | 'calls' | 'summaries';
  readonly baseline?: string;
  readonly updateBaseline: boolean;
}

/** What to do: an audit, or something that was already answered by printing `text`. */
export type Request = { readonly kind: 'audit'; readonly arguments: Arguments } | { readonly kind: 'explain'; readonly rule: string } | { readonly kind: 'rules' } | { readonly kind: 'text'; readonly text: string };

interface Options {
  readonly entry: readonly string[];
  readonly format: readonly string[];
  readonly failOn: Arguments['failOn'];
  readonly minScore?: string;
  readonly template: readonly string[];
  readonly function: readonly string[];
  readonly stats?: boolean;
  readonly quiet?: boolean;
  readonly color?: boolean;
  readonly progress?: boolean;
  readonly print?: Arguments['print'];
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

const collect = (value: string, previous: readonly string[]): readonly string[] => [...previous, value];

export function parseArguments(argv: readonly string[], version: string): Request {
  let request: Request | undefined;
  const printed: string[] = [];
  const program = new Command('reentrant')
    .description('Audits AWS Lambda functions for what breaks when invocations overlap (Lambda Managed Instances).')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => printed.push(text), writeErr: () => undefined });
  const audit = program.command('audit', { isDefault: true }).description('audit what is found in PATH (default: the current folder)')
    .argument('[path...]')
    .option('--entry <file#symbol>', 'audit this entry point (repeatable)', collect, [])
    .option('--format <format[=file]>', `${FORMATS.join(', ')}; repeatable (default: terminal)`, collect, [])
    .addOption(new Option('--fail-on <severity>', 'exit 1 when a finding at or above it is left').choices(['error', 'warning', 'note', 'never']).default('error'))
    .option('--min-score <n>', 'exit 1 when the worst function is below it')
    .option('--template <file>', 'read only this template (repeatable)', collect, [])
    .option('--function <name>', 'audit only this function (repeatable)', collect, [])
    .option('--baseline <file>', 'report only what is not in the baseline')
    .option('--update-baseline', 'write the baseline file')
    .addOption(new Option('--print <what>', 'show what the machine sees').choices(['ir', 'calls', 'summaries']))
    .option('--stats', 'add figures about front-ends and resolution')
    .option('--quiet', 'findings only')
    .option('--no-color', 'no colour').option('--no-progress', 'no progress').option('--no-config', 'read no configuration').option('--no-cache', 'no cache')
    .action((paths: readonly string[], options: Options) => { request = { kind: 'audit', arguments: toArguments(paths, options) }; });
  program.command('explain').argument('<rule>').description('what a rule means, and how to fix it').action((rule: string) => { request = { kind: 'explain', rule }; });
  program.command('rules').description('list the rules').action(() => { request = { kind: 'rules' }; });
  for (const command of [audit, ...program.commands]) command.exitOverride().configureOutput({ writeOut: (text) => printed.push(text), writeErr: () => undefined });
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'text', text: printed.join('') };
    throw new UserError('The command line is not understood.', error.message.replace(/^error: /, ''));
  }
  if (!request) throw new UserError('The command line is not understood.', 'See reentrant --help.');
  return request;
}

function toArguments(paths: readonly string[], options: Options): Arguments {
  const minScore = options.minScore === undefined ? undefined : Number(options.minScore);
  if (minScore !== undefined && !(minScore >= 0 && minScore <= 100)) throw new UserError('--min-score takes a number from 0 to 100.', `It was "${options.minScore ?? ''}".`);
  return {
    paths: paths.length > 0 ? paths : ['.'],
    entries: options.entry.map(toEntry),
    outputs: options.format.length > 0 ? options.format.map(toOutput) : [{ format: 'terminal' }],
    failOn: options.failOn,
    ...(minScore === undefined ? {} : { minScore }),
    templates: options.template, functions: options.function, stats: options.stats === true, quiet: options.quiet === true,
    ...(options.color === false ? { color: false } : {}),
    progress: options.progress !== false,
    ...(options.print ? { print: options.print } : {}),
    ...(options.baseline === undefined ? {} : { baseline: options.baseline }),
    updateBaseline: options.updateBaseline === true,
  };
}

function toEntry(text: string): EntryArgument {
  const cut = text.lastIndexOf('#');
  return cut < 0 ? { file: text } : { file: text.slice(0, cut), symbol: text.slice(cut + 1) };
}

function toOutput(text: string): Output {
  const cut = text.indexOf('=');
  const name = cut < 0 ? text : text.slice(0, cut);
  const format = FORMATS.find((known) => known === name);
  if (!format) throw new UserError(`There is no format "${name}".`, `Formats: ${FORMATS.join(', ')}.`);
  return cut < 0 ? { format } : { format, file: text.slice(cut + 1) };
}
