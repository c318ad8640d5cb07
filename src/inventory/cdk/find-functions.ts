/** The functions that the CDK code of a repository declares. */
import { folderOf, isBelow, joinPath } from '../files/files-below.js';
import { codeBaseOf, type ProgramSource } from '../programs.js';
import type { CodeSource, DeclaredFunction } from '../templates/declared-function.js';
import { Evaluator, type Made } from '../evaluation/evaluator.js';
import { functionOfConstruct, isFunctionConstruct, relativeTo } from './functions.js';
import { textOf } from '../evaluation/values.js';

const SOURCE = /\.[cm]?[jt]s$/;
/** What a file with constructs imports. */
const CDK = /['"](?:aws-cdk-lib|@aws-cdk\/|monocdk)/;
const CONSTRUCT = /\b(?:new|extends)\s+(?:[\w$]+\.)*(?:NodejsFunction|Function|DockerImageFunction)\b/;

/** Whether a file may take part in declaring functions, seen without parsing it. */
export function namesConstructs(text: string): boolean {
  return CDK.test(text);
}

/** Functions of constructs with a literal id, below the folders of CDK applications that `isRelevant`; each id once in a file. */
export function functionsOfCdk(source: ProgramSource, isRelevant: (applicationFolder: string) => boolean): readonly DeclaredFunction[] {
  const files = filesOfApplications(source, isRelevant);
  const text = (file: string): string => source.project.read(file) ?? '';
  const declaring = files.filter((file) => namesConstructs(text(file)) && CONSTRUCT.test(text(file)));
  const code = declaring.length > 0 ? codeBaseOf(source, 'node') : undefined;
  if (!code) return [];
  const made: Made[] = [];
  const evaluator = new Evaluator(code.program, (each) => made.push(each));
  for (const file of declaring) evaluator.run(file);
  // What a helper makes has the id and the entry that its callers give it.
  const functions = (): readonly DeclaredFunction[] => made.flatMap((each) => functionOfConstruct(each, source.project) ?? []);
  const hasGaps = made.some(({ type, args }) => isFunctionConstruct(type) && textOf(args[1]) === undefined) || functions().some(({ unknown }) => unknown.length > 0);
  if (hasGaps) for (const file of files) if (!declaring.includes(file) && namesConstructs(text(file))) evaluator.run(file);
  return withOwnIds(functions());
}

function filesOfApplications({ project }: ProgramSource, isRelevant: (folder: string) => boolean): readonly string[] {
  const applications = project.files.filter((file) => file === 'cdk.json' || file.endsWith('/cdk.json')).map(folderOf).filter(isRelevant);
  if (applications.length === 0) return [];
  return project.files.filter((file) => SOURCE.test(file) && !file.endsWith('.d.ts') && applications.some((folder) => isBelow(file, folder)));
}

/** One construct is seen several times, with and without what callers hand over: the reading with the fewest gaps counts. */
function withOwnIds(functions: readonly DeclaredFunction[]): readonly DeclaredFunction[] {
  const found = new Map<string, DeclaredFunction>();
  for (const fn of functions) {
    const key = `${fn.template}:${fn.at.line}:${fn.at.column}:${fn.logicalId}`;
    const known = found.get(key);
    if (known === undefined || fn.unknown.length < known.unknown.length) found.set(key, fn);
  }
  const taken = new Map<string, number>();
  return [...found.values()].map((fn) => {
    const id = `${fn.template}#${fn.logicalId}`;
    const number = (taken.get(id) ?? 0) + 1;
    taken.set(id, number);
    return number === 1 ? fn : { ...fn, logicalId: `${fn.logicalId}$${number}` };
  });
}

/**
 * Templates that CDK made, and the constructs that they were made from: the template has the settings, the construct the
 * source of what is bundled. Each function is in the result once.
 */
export function withConstructs(templates: readonly DeclaredFunction[], constructs: readonly DeclaredFunction[]): readonly DeclaredFunction[] {
  const used = new Set<DeclaredFunction>();
  const merged = templates.map((fn) => {
    const id = fn.construct?.split('/').at(-2);
    const [only, ...others] = id === undefined ? [] : constructs.filter(({ logicalId }) => logicalId === id);
    if (only === undefined || others.length > 0) return fn;
    used.add(only);
    const code = codeSeenFrom(fn.template, only);
    return code === undefined ? fn : { ...fn, code, entryPoints: only.entryPoints, buildMethod: only.buildMethod, handler: only.handler ?? fn.handler };
  });
  return [...merged, ...constructs.filter((construct) => !used.has(construct))];
}

function codeSeenFrom(template: string, { code, template: file }: DeclaredFunction): CodeSource | undefined {
  const folder = code.kind === 'local' ? joinPath(folderOf(file), code.path) : undefined;
  return folder === undefined ? undefined : { kind: 'local', path: relativeTo(template, folder) };
}
