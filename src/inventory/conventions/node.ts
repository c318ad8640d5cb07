/** Node.js and TypeScript: `folder/file.export.path`, exported handlers, modules that are compiled or bundled before they are deployed. */
import type { FunctionSignature, Program } from '../../ir/index.js';
import { filesBelow, joinPath } from '../files/files-below.js';
import { sourceOfBundle } from './bundles.js';
import type { CodeBase, ConcurrencyClaims, Conventions, EntrySignature, HandlerAnswer, HandlerQuery } from './conventions.js';
import { locationOf } from './members.js';
import { functionNamed, resolveModuleSymbol, targetNamed } from './module-symbols.js';
import { sourcesOfBundle } from './source-maps.js';
import { behindOutput, isAt, nearestWithSuffix, sourcePaths } from './source-paths.js';

/** Sources come before what may have been compiled from them. */
const EXTENSIONS = ['.ts', '.mts', '.cts', '.tsx', '.js', '.mjs', '.cjs', '.jsx'];
const COMPILED = ['.ts', '.mts', '.cts', '.tsx'];
/** Folders that hold nothing but output. */
const OUTPUT = /(?:^|\/)(?:dist|build|out|bundle|\.build|\.esbuild|\.webpack|\.aws-sam)\/.*\.[cm]?js$/;

/** Exports whose names stand nowhere: computed, copied, or all those of a library. */
const UNNAMED_EXPORTS = /\bexports\s*\[|\bObject\.(?:assign|define\w+)\(\s*(?:module\.)?exports\b|\bexport\s*[*=]|\b__export\w*\(|\beval\(|\bexports\s*=\s*(?:\w+\.)?(?:exports|\w+)\s*=?\s*\w*\(/;

const CLAIMS: ConcurrencyClaims = {
  confined: /^(?:constructor|close|dispose|destroy|shutdown|onModuleInit|onModuleDestroy)$/,
};

export const nodeConventions: Conventions = {
  language: 'node',
  extensions: EXTENSIONS,
  manifest: /^package\.json$/,
  runtimes: /^nodejs/,
  interpreted: /\.[cm]?js$/,
  webAdapters: [
    { library: /^(?:@vendia\/serverless-express|@codegenie\/serverless-express|aws-serverless-express)$/, adapter: 'serverless-express' },
    { library: /^serverless-http$/, adapter: 'serverless-http' },
    { library: /^(?:@fastify\/aws-lambda|aws-lambda-fastify)$/, adapter: 'aws-lambda-fastify' },
    { library: /^hono(?:\/aws-lambda)?$/, adapter: 'hono' },
  ],
  routes: {
    hint: /@(?:Get|Post|Put|Patch|Delete|All|Options|Head)\(/,
    annotations: /(?:^|\.)(?:Get|Post|Put|Patch|Delete|All|Options|Head)$/,
    registrations: /^(?:get|post|put|patch|delete|all|options|head|use|route|register)$/,
    separator: '.',
  },
  claims: CLAIMS,
  signaturesAreCertain: false,
  findHandler,
  candidateFiles: ({ project }, isOpen) => project.files.filter((file) =>
    EXTENSIONS.some((extension) => file.endsWith(extension)) && !/\.d\.[cm]?ts$|\.[jt]sx$/.test(file) && isOpen(file)
    && /\bexports?\b/.test(project.read(file) ?? '') && /handler|\b_?(?:event|evt)\b[^)]*\bcontext\b/i.test(project.read(file) ?? '')),
  signaturesIn,
  resolveSymbol: (file, symbol, code) => resolveModuleSymbol(file, symbol, code, CLAIMS),
};

function findHandler(query: HandlerQuery, code: CodeBase): HandlerAnswer {
  const match = /^(?<module>(?:.*\/)?[^/.]+)\.(?<symbol>[^/]+)$/.exec(query.handler);
  if (!match?.groups) return { kind: 'missing', looked: `the handler "${query.handler}" does not have the form file.export` };
  const { module = '', symbol = '' } = match.groups;
  const deployed = findFile(module, query, code);
  if (deployed === undefined) return { kind: 'missing', lacks: 'file', looked: `no file ${joinPath(query.folder ?? query.templateFolder, module) ?? module} with the extension ${EXTENSIONS.slice(0, 3).join(', ')}, .js, .mjs or .cjs` };
  const nearest = sourceOf(deployed, symbol, code);
  const file = exportsIt(nearest, symbol, code) || !query.isBuilt ? nearest : onlySourceOf(module, symbol, query, code) ?? nearest;
  if (!exportsIt(file, symbol, code)) {
    const exported = exportedNames(code.program, file);
    return { kind: 'missing', ...(file === deployed && isAt(file, module, query.folder) && !UNNAMED_EXPORTS.test(code.project.read(file) ?? '') ? { lacks: 'symbol' as const } : {}), looked: `${file} does not export ${symbol}${exported.length > 0 ? ` (it exports ${exported.join(', ')})` : ''}` };
  }
  const entries = [{ file, symbol, at: declaredAt(file, symbol, code) }];
  if (file === deployed) return { kind: 'found', entries, evidence: `${symbol} in ${file}` };
  return { kind: 'found', entries, evidence: `${symbol} in ${file}, from which ${deployed} was made`, output: deployed };
}

/** The source that a file's function was written in: the source map says so, or the names of folders; else the file itself. */
function sourceOf(file: string, symbol: string, code: CodeBase): string {
  const { project, program } = code;
  if (!/\.[cm]?js$/.test(file)) return file;
  const beside = OUTPUT.test(file) ? sourcePaths(file.replace(/\.[cm]?js$/, '')).flatMap((path) => COMPILED.map((extension) => path + extension)).filter((path) => project.has(path)) : [];
  return [...sourcesOfBundle(file, project), ...beside].find((source) => program.index(source) !== undefined && exportsIt(source, symbol, code)) ?? file;
}

/** Of what is built the nearest file of the name may be another: then the only one below that exports the handler. */
function onlySourceOf(module: string, symbol: string, { folder, templateFolder }: HandlerQuery, code: CodeBase): string | undefined {
  const names = namesOf(module, EXTENSIONS).map((name) => `/${name}`);
  const found = filesBelow(code.project.files, folder ?? templateFolder).filter((file) => names.some((name) => `/${file}`.endsWith(name)) && exportsIt(file, symbol, code));
  return found.length === 1 ? found[0] : undefined;
}

function exportsIt(file: string, symbol: string, { program }: CodeBase): boolean {
  return targetNamed({ program, file, symbol, unexported: false }) !== undefined;
}

function findFile(module: string, query: HandlerQuery, { project }: CodeBase): string | undefined {
  const { folder, deployed, templateFolder, entryPoints, isBuilt } = query;
  for (const entryPoint of entryPoints) {
    const source = joinPath(folder ?? templateFolder, entryPoint);
    const stem = source?.replace(/\.[cm]?[jt]sx?$/, '');
    if (source && project.has(source) && (stem === module || stem?.endsWith(`/${module}`))) return source;
    // One source becomes the index of the bundle.
    if (source && project.has(source) && module === 'index' && entryPoints.length === 1) return source;
  }
  const exact = folder === undefined ? undefined : joinPath(folder, module);
  for (const path of exact === undefined ? [] : sourcePaths(exact)) {
    const file = EXTENSIONS.flatMap((extension) => [`${path}${extension}`, `${path}/index${extension}`]).find((name) => project.has(name));
    if (file !== undefined) return file;
  }
  const bundled = folder === undefined || !isBuilt ? undefined : sourceOfBundle(module, folder, deployed ?? folder, project);
  if (bundled !== undefined) return bundled;
  // A compiler may flatten folders; plain JavaScript in a folder that is deployed as it is must be where the handler says.
  const extensions = folder === undefined || isBuilt ? EXTENSIONS : COMPILED;
  return nearestWithSuffix(filesBelow(project.files, folder ?? templateFolder), namesOf(module, extensions))
    ?? (isBuilt && folder !== undefined ? nearestWithSuffix(filesBelow(project.files, templateFolder), namesOf(module, EXTENSIONS)) : undefined)
    ?? nearestWithSuffix(filesBelow(project.files, folder ?? templateFolder), namesOf(behindOutput(module) ?? module, COMPILED));
}

/** The module as a file, or as a folder with an index. */
function namesOf(module: string, extensions: readonly string[]): readonly string[] {
  return [module, `${module}/index`].flatMap((name) => extensions.map((extension) => name + extension));
}

function declaredAt(file: string, symbol: string, code: CodeBase): EntrySignature['entry']['at'] {
  const target = targetNamed({ program: code.program, file, symbol, unexported: false });
  const index = code.program.index(file);
  const fn = index?.functions.find((candidate) => candidate.id === target?.function);
  return fn ? locationOf(code, file, fn.at) : undefined;
}

function signaturesIn(file: string, code: CodeBase): readonly EntrySignature[] {
  const index = code.program.index(file);
  if (!index) return [];
  return [...index.exports].flatMap(([name, exported]) => {
    if (exported.kind !== 'variable' && exported.kind !== 'member') return [];
    const fn = exported.kind === 'member' ? index.functions.find((candidate) => candidate.id === exported.function) : functionNamed(index, exported.name);
    const evidence = signatureEvidence(name, fn);
    return evidence ? [{ entry: { file, symbol: name, at: fn && locationOf(code, file, fn.at) }, evidence }] : [];
  });
}

/** Why an export looks like a handler. A wrapped one (`middy(…)`) is known by its name alone. */
function signatureEvidence(name: string, fn: FunctionSignature | undefined): string | undefined {
  if (name === 'handler' && (!fn || fn.parameters.length <= 3)) return 'exported handler';
  const [event, context] = fn?.parameters.map((parameter) => parameter.name) ?? [];
  const takesEvent = event !== undefined && /^_?(?:event|evt)$/.test(event);
  if (takesEvent && context !== undefined && /^_?(?:context|ctx)$/.test(context) && takesNothingElse(fn?.parameters.slice(2) ?? [])) return `exported ${name}(event, context)`;
  return takesEvent && fn?.isAsync && /Handler$/.test(name) ? `exported ${name}(event)` : undefined;
}

/** The platform passes a callback at most: what asks for more is a helper that is given event and context. */
function takesNothingElse(rest: FunctionSignature['parameters']): boolean {
  return rest.every((parameter, index) => parameter.optional || parameter.rest !== undefined || (index === 0 && /^_?(?:callback|cb|done|next)$/i.test(parameter.name)));
}

function exportedNames(program: Program, file: string): readonly string[] {
  return [...(program.index(file)?.exports.keys() ?? [])].sort();
}
