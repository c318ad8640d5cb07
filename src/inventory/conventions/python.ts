/** Python: `package.module.function` or `package/module.function`, and `def x(event, context)`. */
import type { FunctionSignature, ModuleIndex } from '../../ir/index.js';
import { filesBelow, joinPath } from '../files/files-below.js';
import type { CodeBase, ConcurrencyClaims, Conventions, EntrySignature, HandlerAnswer, HandlerQuery } from './conventions.js';
import { locationOf } from './members.js';
import { moduleFunctions, resolveModuleSymbol, targetNamed } from './module-symbols.js';
import { isAt, nearestWithSuffix, sourcePaths } from './source-paths.js';

const HANDLER_NAMES = new Set(['lambda_handler', 'handler']);

/** Names of a module that stand nowhere in it: all those of another one, or made when it is loaded. */
const UNNAMED = /\bimport\s+\*|\bimport\s*\(\s*\*|\b(?:globals|locals|vars|setattr|exec)\(|\b__getattr__\b|\bsys\.modules\b/;

const CLAIMS: ConcurrencyClaims = {
  confined: /^__(?:init|new|post_init|del|enter|exit|aenter|aexit|repr|str)__$|^(?:close|aclose|shutdown|main)$/,
};

export const pythonConventions: Conventions = {
  language: 'python',
  extensions: ['.py'],
  manifest: /^(?:pyproject\.toml|requirements\.txt|setup\.py|Pipfile)$/,
  runtimes: /^python/,
  interpreted: /\.py$/,
  webAdapters: [
    { library: /^mangum$/, adapter: 'mangum' },
    { library: /^(?:apig_wsgi|awsgi|serverless_wsgi|aws_wsgi)$/, adapter: 'wsgi' },
  ],
  routes: {
    hint: /^\s*@[\w.]+\.(?:route|get|post|put|patch|delete|api_route|websocket)\(/m,
    annotations: /\.(?:route|get|post|put|patch|delete|api_route|websocket)$/,
    separator: '.',
  },
  claims: CLAIMS,
  signaturesAreCertain: false,
  findHandler,
  candidateFiles: ({ project }, isOpen) => project.files.filter((file) =>
    file.endsWith('.py') && isOpen(file) && /^(?:async )?def\s+(?:lambda_handler|handler|\w+\s*\(\s*_?event\b)|\bMangum\(/m.test(project.read(file) ?? '')),
  signaturesIn,
  resolveSymbol: (file, symbol, code) => resolveModuleSymbol(file, symbol, code, CLAIMS),
};

function findHandler(query: HandlerQuery, code: CodeBase): HandlerAnswer {
  const match = /^(?<module>.+)\.(?<symbol>\w+)$/.exec(query.handler);
  if (!match?.groups) return { kind: 'missing', looked: `the handler "${query.handler}" does not have the form module.function` };
  const { module = '', symbol = '' } = match.groups;
  const path = module.replace(/^\.\//, '').replaceAll('.', '/');
  const file = findFile(path, query, code);
  if (file === undefined) return { kind: 'missing', lacks: 'file', looked: `no module ${joinPath(query.folder ?? query.templateFolder, path) ?? path}.py` };
  const target = targetNamed({ program: code.program, file, symbol, unexported: true });
  if (!target) return { kind: 'missing', ...(isAt(file, path, query.folder) && !UNNAMED.test(code.project.read(file) ?? '') ? { lacks: 'symbol' as const } : {}), looked: `${file} does not define ${symbol}` };
  const fn = code.program.index(file)?.functions.find((candidate) => candidate.id === target.function);
  return { kind: 'found', entries: [{ file, symbol, at: fn && locationOf(code, file, fn.at) }], evidence: `${symbol} in ${file}` };
}

function findFile(path: string, { folder, templateFolder, isBuilt }: HandlerQuery, { project }: CodeBase): string | undefined {
  const exact = folder === undefined ? undefined : joinPath(folder, path);
  const places = (exact === undefined ? [] : isBuilt ? sourcePaths(exact) : [exact]).flatMap((place) => [`${place}.py`, `${place}/__init__.py`]);
  const found = places.find((file) => project.has(file));
  if (found !== undefined || (folder !== undefined && !isBuilt)) return found;
  return nearestWithSuffix(filesBelow(project.files, folder ?? templateFolder), [`${path}.py`, `${path}/__init__.py`])
    ?? nearestWithSuffix(filesBelow(project.files, templateFolder), [`${path}.py`, `${path}/__init__.py`]);
}

function signaturesIn(file: string, code: CodeBase): readonly EntrySignature[] {
  const index = code.program.index(file);
  if (!index) return [];
  const handlers = moduleFunctions(index).filter(looksLikeHandler);
  // Beside a handler of that name, other functions that take an event are its helpers.
  const named = handlers.filter((fn) => HANDLER_NAMES.has(fn.name));
  const functions = (named.length > 0 ? named : handlers).map((fn) => ({
    entry: { file, symbol: fn.name, at: locationOf(code, file, fn.at) },
    evidence: `def ${fn.name}(${fn.parameters.map((parameter) => parameter.name).join(', ')})`,
  }));
  return functions.length > 0 ? functions : adapterValue(index);
}

function looksLikeHandler(fn: FunctionSignature): boolean {
  const [event, context] = fn.parameters.map((parameter) => parameter.name);
  if (event === undefined || context === undefined || event === 'self') return false;
  const required = fn.parameters.filter((parameter) => !parameter.optional && !parameter.rest);
  if (required.length > 2) return false;
  return fn.name === 'lambda_handler' || (/^_*(?:event|evt)$/.test(event) && /^_*(?:context|ctx|_)$/.test(context));
}

/** `handler = Mangum(app)`: a value of that name in a file that uses a web adapter. */
function adapterValue(index: ModuleIndex): readonly EntrySignature[] {
  if (!index.libraries.some((library) => pythonConventions.webAdapters.some((known) => known.library.test(library)))) return [];
  return [...HANDLER_NAMES].filter((name) => index.exports.has(name)).map((name) => ({
    entry: { file: index.file, symbol: name }, evidence: `${name} of a web adapter`,
  }));
}
