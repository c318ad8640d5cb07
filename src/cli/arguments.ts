/** The command line as data. Mistakes in it are `UserError`s. */
import { Command, CommanderError, Option } from 'commander';
import { requestedEntry, type RequestedEntry } from '../inventory/requested-entry.js';
import { costOptions, toCostArguments, type CostArguments } from './cost-arguments.js';
import { HELP } from './help.js';
import { UserError } from './user-error.js';

const FORMATS = ['terminal', 'json', 'sarif', 'sam', 'cloudformation', 'cdk', 'terraform', 'serverless'] as const;
export type Format = (typeof FORMATS)[number];

const SEVERITIES = ['error', 'warning', 'note', 'never'] as const;
const WINDOWS = ['ir', 'calls', 'summaries'] as const;
export type Window = (typeof WINDOWS)[number];

export interface Output {
  readonly format: Format;
  /** Standard output when absent. */
  readonly file?: string;
}

export interface Arguments {
  readonly paths: readonly string[];
  readonly entries: readonly RequestedEntry[];
  readonly outputs: readonly Output[];
  readonly failOn: (typeof SEVERITIES)[number];
  readonly minScore?: number;
  readonly templates: readonly string[];
  readonly functions: readonly string[];
  /** Installed packages that are audited with the code. */
  readonly packages: readonly string[];
  readonly stats: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
  readonly progress: boolean;
  readonly print?: Window;
  readonly baseline?: string;
  readonly updateBaseline: boolean;
}

/** What to do; `text` was already answered by the text to print. */
export type Request =
  | { readonly kind: 'audit'; readonly arguments: Arguments }
  | { readonly kind: 'explain'; readonly rule: string; readonly color: boolean }
  | { readonly kind: 'rules' }
  | { readonly kind: 'cost'; readonly arguments: CostArguments }
  | { readonly kind: 'text'; readonly text: string };

interface AuditOptions {
  readonly entry: readonly string[];
  readonly format: readonly string[];
  readonly failOn: Arguments['failOn'];
  readonly minScore?: string;
  readonly template: readonly string[];
  readonly function: readonly string[];
  readonly includePackage: readonly string[];
  readonly stats?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
  readonly progress: boolean;
  readonly print?: Window;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

/** Reads the arguments after the program's name. */
export function parseArguments(argv: readonly string[], version: string): Request {
  if (argv[0] === 'help') return { kind: 'text', text: HELP };
  let request: Request | undefined;
  let printed = '';
  const quietly = (command: Command): Command => command.helpOption(false).option('-h, --help').exitOverride()
    .configureOutput({ writeOut: (text) => { printed += text; }, writeErr: () => undefined });
  const whenAsked = <Rest extends readonly unknown[]>(answer: (...values: Rest) => Request) => (...values: readonly unknown[]): void => {
    const command = values.at(-1) as Command;
    request = command.optsWithGlobals()['help'] === true ? { kind: 'text', text: HELP } : answer(...(values as unknown as Rest));
  };
  const program = quietly(new Command('reentrant')).version(version).helpCommand(false);
  quietly(auditCommand(program)).action(whenAsked((paths: readonly string[], options: AuditOptions) => ({ kind: 'audit', arguments: toArguments(paths, options) })));
  quietly(program.command('explain')).argument('[rule]').option('--no-color')
    .action(whenAsked((rule: string | undefined, { color }: { color: boolean }) => ({ kind: 'explain', rule: required(rule), color })));
  quietly(costOptions(program.command('cost'))).action(whenAsked((options: Parameters<typeof toCostArguments>[0]) => ({ kind: 'cost', arguments: toCostArguments(options) })));
  quietly(program.command('rules')).action(whenAsked(() => ({ kind: 'rules' })));
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'text', text: printed };
    throw notUnderstood(error);
  }
  return request ?? { kind: 'text', text: HELP };
}

function auditCommand(program: Command): Command {
  const collect = (value: string, previous: readonly string[]): readonly string[] => [...previous, value];
  return program.command('audit', { isDefault: true })
    .argument('[path...]')
    .option('--entry <file#symbol>', '', collect, [])
    .option('--format <format[=file]>', '', collect, [])
    .addOption(new Option('--fail-on <severity>').choices(SEVERITIES).default('error'))
    .option('--min-score <n>')
    .option('--template <file>', '', collect, [])
    .option('--function <name>', '', collect, [])
    .option('--include-package <name>', '', collect, [])
    .option('--baseline <file>').option('--update-baseline')
    .addOption(new Option('--print <what>').choices(WINDOWS))
    .option('--stats').option('--quiet').option('--no-color').option('--no-progress')
    // There is neither a configuration file nor a cache to be left out, which is what these ask for.
    .option('--no-config').option('--no-cache');
}

function notUnderstood(error: CommanderError): UserError {
  const [first = '', ...more] = error.message.replace(/^error: /, '').split('\n');
  const title = `${first.charAt(0).toUpperCase()}${first.slice(1)}`;
  return new UserError(/[.?!]$/.test(title) ? title : `${title}.`, [...more, 'reentrant --help lists the options.'].join('\n'));
}

function required(rule: string | undefined): string {
  if (rule === undefined) throw new UserError('Which rule?', 'reentrant rules lists them.');
  return rule;
}

function toArguments(paths: readonly string[], options: AuditOptions): Arguments {
  if (options.updateBaseline === true && options.baseline === undefined) throw new UserError('--update-baseline needs a file.', 'Name it with --baseline FILE.');
  const minScore = options.minScore === undefined ? undefined : toScore(options.minScore);
  return {
    paths: paths.length > 0 ? paths : ['.'],
    entries: options.entry.map(toEntry),
    outputs: toOutputs(options.format),
    failOn: options.failOn,
    ...(minScore === undefined ? {} : { minScore }),
    templates: options.template, functions: options.function, packages: options.includePackage,
    stats: options.stats === true, quiet: options.quiet === true, color: options.color, progress: options.progress,
    ...(options.print ? { print: options.print } : {}),
    ...(options.baseline === undefined ? {} : { baseline: options.baseline }),
    updateBaseline: options.updateBaseline === true,
  };
}

function toScore(text: string): number {
  const score = text.trim() === '' ? NaN : Number(text);
  if (score >= 0 && score <= 100) return score;
  throw new UserError('--min-score takes a number from 0 to 100.', `It was "${text}".`);
}

function toEntry(text: string): RequestedEntry {
  const entry = requestedEntry(text);
  if (entry.file === '' || entry.symbol === '') throw new UserError('--entry takes FILE or FILE#SYMBOL.', `It was "${text}".`);
  return entry;
}

function toOutputs(texts: readonly string[]): readonly Output[] {
  const outputs = texts.length === 0 ? [{ format: 'terminal' as const }] : texts.map(toOutput);
  const printed = outputs.filter(({ file }) => file === undefined);
  if (printed.length > 1) {
    throw new UserError('Only one report can go to standard output.', `Give the others a file: --format ${printed[1]?.format ?? 'json'}=FILE.`);
  }
  return outputs;
}

function toOutput(text: string): Output {
  const cut = text.indexOf('=');
  const name = cut < 0 ? text : text.slice(0, cut);
  const format = FORMATS.find((known) => known === name);
  if (!format) throw new UserError(`There is no format "${name}".`, `Formats: ${FORMATS.join(', ')}.`);
  if (cut < 0) return { format };
  if (cut === text.length - 1) throw new UserError(`--format ${name}= names no file.`, `--format ${name} prints to standard output.`);
  return { format, file: text.slice(cut + 1) };
}
