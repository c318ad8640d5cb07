/** `--entry FILE#SYMBOL`: the functions that are named so, with the settings of a template that declares them. */
import type { Language } from '../frontends/frontend.js';
import { classAskedFor } from './claimed-classes.js';
import { locateFunctions } from './declared-functions.js';
import { CONVENTIONS, type CodeBase, type EntryResolution, type EntrySignature } from './conventions/index.js';
import { isBelow } from './files/files-below.js';
import type { EntryReference, Inventory, LambdaFunction } from './lambda-function.js';
import { codeBaseOf, languageOfFile } from './programs.js';
import { functionOf } from './signature-functions.js';
import type { RequestedEntry } from './requested-entry.js';
import { sortedById, type InventoryOptions } from './take-inventory.js';
import { readDeclarations } from './templates/read-declarations.js';

/** A request that names nothing: no such source file, or no such symbol in it. */
export interface MissingEntry {
  readonly request: RequestedEntry;
  readonly reason: 'no-such-file' | 'no-such-symbol';
  /** Symbols that the file does have, sorted. */
  readonly candidates: readonly string[];
}

/** The functions that `symbol` of `file` names, in a program of `language`. */
export function resolveEntry(code: CodeBase, language: Language, { file, symbol }: EntryReference): EntryResolution {
  const resolution = CONVENTIONS[language].resolveSymbol(file, symbol, code);
  // Closures have no name of their own: routes refer to them by their id.
  if (resolution.kind === 'found' || !code.program.body(`${file}#${symbol}`)) return resolution;
  return { kind: 'found', targets: [{ function: `${file}#${symbol}` }] };
}

/** An inventory of the requested entries only. Of the templates those in folders above the entries' files are read. */
export function takeEntries(
  options: InventoryOptions, requests: readonly RequestedEntry[],
): { readonly inventory: Inventory; readonly missing: readonly MissingEntry[] } {
  const templates = readDeclarations(options, options.templates, (folder) => requests.some(({ file }) => isBelow(file, folder)));
  const declared = locateFunctions(templates.functions, options).map((each) => each.function);
  const functions: LambdaFunction[] = [];
  const missing: MissingEntry[] = [];
  for (const request of requests) {
    const found = findRequested(request, options);
    if ('reason' in found) missing.push(found);
    else functions.push(...found.map((fn) => (fn.claimedSafe ? fn : withSettings(fn, declared))));
  }
  return {
    inventory: { functions: sortedById(functions), templates: templates.files, capacityProviders: templates.capacityProviders, passedOver: options.passedOver ?? new Map(), problems: templates.problems },
    missing,
  };
}

function findRequested(request: RequestedEntry, options: InventoryOptions): readonly LambdaFunction[] | MissingEntry {
  const { file, symbol } = request;
  const language = options.project.has(file) ? languageOfFile(file) : undefined;
  const code = language && codeBaseOf(options, language);
  if (!language || !code) return { request, reason: 'no-such-file', candidates: [] };
  const conventions = CONVENTIONS[language];
  const signatures = conventions.signaturesIn(file, code);
  if (symbol === undefined) {
    if (signatures.length > 0) return signatures.map((signature) => functionOf(signature, conventions, code));
    return { request, reason: 'no-such-symbol', candidates: candidatesOf(resolveEntry(code, language, { file, symbol: '' })) };
  }
  const resolution = resolveEntry(code, language, { file, symbol });
  if (resolution.kind === 'missing' || resolution.targets.length === 0) return { request, reason: 'no-such-symbol', candidates: candidatesOf(resolution) };
  const known = signatures.find(({ entry }) => entry.symbol === symbol);
  const signature: EntrySignature = known ?? { entry: { file, symbol }, evidence: 'asked for with --entry' };
  return [classAskedFor(signature.entry, resolution, conventions, code) ?? functionOf(signature, conventions, code)];
}

function candidatesOf(resolution: EntryResolution): readonly string[] {
  return resolution.kind === 'missing' ? resolution.candidates : [];
}

/** A template that declares the entry gives the settings; the entry stays what was asked for. */
function withSettings(fn: LambdaFunction, declared: readonly LambdaFunction[]): LambdaFunction {
  const [entry] = fn.entries;
  const owner = declared.find((candidate) => candidate.entries.some(({ file, symbol }) => file === entry?.file && sameSymbol(symbol, entry.symbol)));
  if (!owner) return fn;
  return { ...owner, entries: fn.entries, at: owner.at, evidence: [...new Set([...owner.evidence, ...fn.evidence])], webAdapter: fn.webAdapter ?? owner.webAdapter };
}

/** `com.acme.Orders::handle` and `Orders::handle` are the same in one file. */
function sameSymbol(one: string, other: string): boolean {
  return one === other || (one.includes('::') && (one.endsWith(`.${other}`) || other.endsWith(`.${one}`)));
}
