/** Functions that no template speaks of, found by the look of their declarations. */
import type { SourceProject } from '../frontends/frontend.js';
import type { LocatedFunction } from './declared-functions.js';
import type { CodeBase, Conventions, EntrySignature } from './conventions/index.js';
import { filesBelow, folderOf, isBelow, packageFolderOf } from './files/files-below.js';
import type { EntryReference, LambdaFunction } from './lambda-function.js';
import { ALL_CONVENTIONS, codeBaseOf, type ProgramSource } from './programs.js';
import { routesBehind } from './routes.js';
import { adapterOf } from './web-adapters.js';

/** What CDK wrote is a function only where its template says so. */
const CDK_OUTPUT = /(?:^|\/)cdk\.out\//;

/** The functions outside of what `located` covers. */
export function functionsBySignature(source: ProgramSource, located: readonly LocatedFunction[]): readonly LambdaFunction[] {
  const entryFiles = new Set(located.flatMap(({ function: fn, output }) => [...fn.entries.map((entry) => entry.file), output]));
  const covered = coveredFolders(located);
  const found: LambdaFunction[] = [];
  for (const conventions of ALL_CONVENTIONS) {
    const isOpen = (file: string): boolean => !entryFiles.has(file) && !CDK_OUTPUT.test(file) && (conventions.signaturesAreCertain || !covered.some((folder) => isBelow(file, folder)));
    if (!hasOpenFile(conventions, source.project, isOpen)) continue;
    const code = codeBaseOf(source, conventions.language);
    if (!code) continue;
    const signatures = conventions.candidateFiles(code, isOpen).filter(isOpen).flatMap((file) => conventions.signaturesIn(file, code));
    found.push(...signatures.map((signature) => functionOf(signature, conventions, code)));
  }
  return found;
}

/**
 * Where a template speaks for more than the entries' own files: the code folders of the functions whose handler was found. A folder that is the template's own
 * holds the rest of the project too; there only what lies beside and below the handler belongs to the function. Where another declared function was not found, what
 * looks like a handler may be it.
 */
function coveredFolders(located: readonly LocatedFunction[]): readonly string[] {
  const folders = located.filter(({ function: fn }) => fn.entries.length > 0).flatMap(({ function: fn, area, coversFolder }) => {
    if (!coversFolder) return [];
    const own = area.folder !== undefined && area.folder !== area.templateFolder ? [area.folder] : [];
    return [...own, ...fn.entries.map((entry) => folderOf(entry.file))];
  });
  const searched = located.filter(({ function: fn }) => fn.notAnalysed?.kind === 'handler-not-found').map(({ area }) => area.folder ?? area.templateFolder);
  return [...new Set(folders)].filter((folder) => !searched.some((place) => folder === place || isBelow(folder, place))).sort();
}

function hasOpenFile({ extensions }: Conventions, project: SourceProject, isOpen: (file: string) => boolean): boolean {
  return filesBelow(project.files, '').some((file) => extensions.some((extension) => file.endsWith(extension)) && isOpen(file));
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

