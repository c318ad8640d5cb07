/** Functions that no template speaks of, found by the look of their declarations. */
import type { SourceProject } from '../frontends/frontend.js';
import type { LocatedFunction } from './declared-functions.js';
import type { CodeBase, Conventions, EntrySignature } from './conventions/index.js';
import { folderOf, isBelow, packageFolderOf } from './files/files-below.js';
import type { EntryReference, LambdaFunction } from './lambda-function.js';
import { namedHandlers } from './named-handlers.js';
import { ALL_CONVENTIONS, codeBaseOf, type ProgramSource } from './programs.js';
import { routesBehind } from './routes.js';
import { adapterOf } from './web-adapters.js';

/** What CDK wrote is a function only where its template says so. */
const CDK_OUTPUT = /(?:^|\/)cdk\.out\//;

/** What was declared, and where signatures say nothing. */
export interface Declared {
  readonly located: readonly LocatedFunction[];
  /** The files that declare functions. */
  readonly declaring: readonly string[];
  /** Whether a file is another platform's, as far as handlers of several platforms look alike. */
  readonly isElsewhere: (file: string) => boolean;
}

/** The functions outside of what the declared ones cover, and those inside of it that a file that declares functions names too. */
export function functionsBySignature(source: ProgramSource, { located, declaring, isElsewhere }: Declared): readonly LambdaFunction[] {
  const outputs = new Set(located.flatMap(({ output }) => output ?? []));
  const entryFiles = new Set(located.flatMap(({ function: fn }) => fn.entries.map((entry) => entry.file)));
  const covered = coveredFolders(located);
  const { namedIn, mayName } = namedHandlers(declaring, located, source.project);
  const found: LambdaFunction[] = [];
  for (const conventions of ALL_CONVENTIONS) {
    const { signaturesAreCertain } = conventions;
    const isOpen = (file: string): boolean => !entryFiles.has(file) && (signaturesAreCertain || !covered.some((folder) => isBelow(file, folder)));
    const isLookedAt = (file: string): boolean => !outputs.has(file) && !CDK_OUTPUT.test(file) && (signaturesAreCertain || !isElsewhere(file)) && (isOpen(file) || mayName(file));
    if (!hasFile(conventions, source.project, isLookedAt)) continue;
    const code = codeBaseOf(source, conventions.language);
    if (!code) continue;
    const signatures = conventions.candidateFiles(code, isLookedAt).filter(isLookedAt).flatMap((file) => conventions.signaturesIn(file, code));
    const further = signatures.flatMap((signature): readonly EntrySignature[] => {
      if (isOpen(signature.entry.file)) return [signature];
      const by = isEntry(signature.entry, located) ? undefined : namedIn(signature.entry);
      return by === undefined ? [] : [{ ...signature, evidence: `${signature.evidence}, named in ${by}` }];
    });
    found.push(...further.map((signature) => functionOf(signature, conventions, code)));
  }
  return found;
}

function isEntry({ file, symbol }: EntryReference, located: readonly LocatedFunction[]): boolean {
  return located.some(({ function: { entries } }) => entries.some((entry) => entry.file === file && entry.symbol === symbol));
}

/**
 * Where a template speaks for more than the entries' own files: the code folders of the functions whose handler was found. A folder that is the template's own
 * holds the rest of the project too; there only what lies beside and below the handler belongs to the function. Where another declared function was not found, what
 * looks like a handler may be it.
 */
function coveredFolders(located: readonly LocatedFunction[]): readonly string[] {
  const folders = located.filter(({ function: fn }) => fn.entries.length > 0).flatMap(({ function: fn, area, coversFolder }) => {
    if (!coversFolder) return [];
    const own = area.folder !== undefined && area.folder !== area.templateFolder && !isAroundOutput(area) ? [area.folder] : [];
    return [...own, ...fn.entries.map((entry) => folderOf(entry.file))];
  });
  const searched = located.filter(({ function: fn }) => fn.notAnalysed?.kind === 'handler-not-found' || fn.notAnalysed?.kind === 'image').map(({ area }) => area.folder ?? area.templateFolder);
  return [...new Set(folders)].filter((folder) => !searched.some((place) => folder === place || isBelow(folder, place))).sort();
}

/** What an output folder above the template was built from may lie anywhere beside it. */
function isAroundOutput({ folder, deployed, templateFolder }: LocatedFunction['area']): boolean {
  return deployed !== undefined && folder !== undefined && folder !== deployed && isBelow(templateFolder, folder);
}

function hasFile({ extensions }: Conventions, project: SourceProject, isWanted: (file: string) => boolean): boolean {
  return project.files.some((file) => extensions.some((extension) => file.endsWith(extension)) && isWanted(file));
}

/** A function known by one declaration. */
export function functionOf({ entry, evidence }: EntrySignature, conventions: Conventions, code: CodeBase): LambdaFunction {
  const webAdapter = adapterOf(entry.file, conventions, code);
  const routes = webAdapter === undefined ? [] : routesBehind({ conventions, code, file: entry.file, folder: packageFolderOf(entry.file, code.project.files, conventions.manifest) });
  return {
    id: `${entry.file}#${entry.symbol}`, name: nameOf(entry), language: conventions.language,
    environment: new Map(), layers: [], unknown: [], at: entry.at, webAdapter,
    entries: [entry, ...routes.filter((route) => route.file !== entry.file || route.symbol !== entry.symbol)],
    evidence: webAdapter === undefined ? [evidence] : [evidence, `web adapter ${webAdapter} with ${routes.length} ${routes.length === 1 ? 'route' : 'routes'}`],
  };
}

/** A class says its name; `handler` alone does not, so its file's name stands before it. */
export function nameOf({ file, symbol }: EntryReference): string {
  if (symbol.includes('::')) return symbol;
  const stem = file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return symbol === '<main>' ? stem : `${stem}.${symbol}`;
}

