/**
 * The functions that serve requests behind a web adapter: all may overlap with each other. Found by annotations
 * (`@app.get('/')`, `@GetMapping`, `[HttpGet]`) in the declaration index, and by registrations (`app.get('/', fn)`) in the IR of
 * the modules that the entry's file leads to.
 */
import type { Block, FunctionBody, FunctionId, Instruction, Module, Operand, Statement } from '../ir/index.js';
import { filesBelow } from './files/files-below.js';
import type { CodeBase, Conventions } from './conventions/index.js';
import { lineage, locationOf, publicMethods, simpleName } from './conventions/members.js';
import type { EntryReference } from './lambda-function.js';

/** Applications larger than this are cut; their registrations are then found by the analysis only. */
const MAX_MODULES = 200;
const MAX_ROUTES = 500;

export interface RouteQuery {
  readonly conventions: Conventions;
  readonly code: CodeBase;
  /** The file that the adapter is used in. */
  readonly file: string;
  /** Annotated classes and functions are looked for below this folder. */
  readonly folder: string;
}

/** The routes behind the adapter that `file` uses, sorted; at most 500. */
export function routesBehind({ conventions, code, file, folder }: RouteQuery): readonly EntryReference[] {
  const modules = reachableModules(file, code);
  const annotated = annotatedFiles(conventions, code, folder, modules).flatMap((name) => annotatedRoutes(name, conventions, code));
  const registered = conventions.routes.registrations ? modules.flatMap((name) => registeredRoutes(name, conventions.routes.registrations!, code)) : [];
  const routes = new Map([...annotated, ...registered].map((route) => [`${route.file}#${route.symbol}`, route]));
  return [...routes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, route]) => route).slice(0, MAX_ROUTES);
}

function reachableModules(file: string, { program }: CodeBase): readonly string[] {
  const found = new Set([file]);
  for (const module of found) {
    if (found.size >= MAX_MODULES) break;
    for (const imported of program.index(module)?.imports ?? []) found.add(imported);
  }
  return [...found];
}

function annotatedFiles({ extensions, routes }: Conventions, { project }: CodeBase, folder: string, modules: readonly string[]): readonly string[] {
  const below = filesBelow(project.files, folder).filter((file) => extensions.some((extension) => file.endsWith(extension)));
  return [...new Set([...below, ...modules])].filter((file) => routes.hint.test(project.read(file) ?? ''));
}

function annotatedRoutes(file: string, { routes }: Conventions, code: CodeBase): readonly EntryReference[] {
  const index = code.program.index(file);
  if (!index) return [];
  const isRoute = (annotations: readonly { readonly name: string }[]): boolean => annotations.some(({ name }) => routes.annotations.test(name));
  const functions = index.functions.filter((fn) => fn.owner === undefined && isRoute(fn.annotations)).map((fn) => ({ file, symbol: fn.name, at: locationOf(code, file, fn.at) }));
  const methods = index.types.filter((type) => !type.isAbstract && type.kind !== 'interface').flatMap((type) => {
    const names = [...type.annotations.map(({ name }) => name), ...type.bases.map(({ name }) => name)];
    const controllers = (routes.controllers ?? []).filter(({ classes }) => names.some((name) => classes.test(name)));
    // The annotations may stand on the interface that a controller implements.
    const annotated = new Set(lineage(code.program, type).flatMap((each) => each.methods).filter((method) => isRoute(method.annotations)).map(simpleName));
    const serving = publicMethods(code.program, type).filter((method) => !method.isStatic && (annotated.has(simpleName(method)) || controllers.some(({ methods = /^/ }) => methods.test(simpleName(method)))));
    return serving.map((method) => ({ file, symbol: `${type.name}${routes.separator}${simpleName(method)}`, at: locationOf(code, file, method.at) }));
  });
  return [...functions, ...methods];
}

/** Functions given to `registrations` methods in the top-level code and in every function of a module. */
function registeredRoutes(file: string, registrations: RegExp, code: CodeBase): readonly EntryReference[] {
  if (!/\(/.test(code.project.read(file) ?? '')) return [];
  const module = code.program.module(file);
  if (!module) return [];
  return [...module.bodies.values()].flatMap((body) => registeredIn(body, registrations, module)).flatMap((id) => {
    const fn = code.program.body(id);
    const home = id.slice(0, id.lastIndexOf('#'));
    return fn ? [{ file: home, symbol: id.slice(home.length + 1), at: locationOf(code, home, fn.at) }] : [];
  });
}

function registeredIn(body: FunctionBody, registrations: RegExp, module: Module): readonly FunctionId[] {
  const instructions = instructionsOf(body.body);
  const functions = new Map<string, FunctionId>();
  const found: FunctionId[] = [];
  for (const instruction of instructions) {
    if (instruction.op === 'closure') functions.set(instruction.to, instruction.function);
    else if (instruction.op === 'load' && instruction.place.kind === 'module') functions.set(instruction.to, `${instruction.place.module}#${instruction.place.name}`);
    else if (instruction.op === 'move' && instruction.from.kind === 'local') {
      const source = functions.get(instruction.from.name);
      if (source !== undefined) functions.set(instruction.to, source);
    } else if (instruction.op === 'call' && instruction.callee.kind === 'method' && registrations.test(instruction.callee.name) && isPath(instruction.args[0]?.value)) {
      found.push(...instruction.args.slice(1).flatMap(({ value }) => (value.kind === 'local' ? functions.get(value.name) ?? [] : [])));
    }
  }
  return found.filter((id) => module.bodies.has(id) || !id.startsWith(`${module.file}#`));
}

/** Routes begin with a slash; `cache.get('key', loader)` is none. */
function isPath(operand: Operand | undefined): boolean {
  return operand?.kind === 'constant' && typeof operand.value === 'string' && /^[/*]/.test(operand.value);
}

/** Every instruction of a block in the order of the text, nested blocks included. */
function instructionsOf(block: Block): readonly Instruction[] {
  const found: Instruction[] = [];
  const waiting: Statement[] = [...block].reverse();
  for (let statement = waiting.pop(); statement !== undefined; statement = waiting.pop()) {
    const inner = blocksOf(statement);
    if (inner === undefined) found.push(statement as Instruction);
    else waiting.push(...inner.flat().reverse());
  }
  return found;
}

function blocksOf(statement: Statement): readonly Block[] | undefined {
  switch (statement.op) {
    case 'if': return [statement.then, statement.else];
    case 'loop': return [statement.test, statement.body, statement.update];
    case 'try': return [statement.body, ...statement.handlers.map((handler) => handler.body), statement.finally];
    case 'switch': return statement.cases.map((each) => each.body);
    case 'label': return [statement.body];
    case 'break': case 'continue': case 'return': case 'throw': return [];
    default: return undefined;
  }
}
