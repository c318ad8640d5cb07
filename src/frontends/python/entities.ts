/** What a name certainly stands for, through imports and re-exports. */
import type { FunctionId, TypeId } from '../../ir/index.js';
import type { ClassOutline, FileOutline, ImportSpec, NameBinding } from './model.js';
import type { ModuleFinder, ModulePath } from './modules.js';

export type Entity =
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'module'; readonly module: ModulePath }
  | { readonly kind: 'class'; readonly id: TypeId }
  /** `name` is the module-level variable that holds the function. */
  | { readonly kind: 'function'; readonly id: FunctionId; readonly module: string; readonly name: string }
  | { readonly kind: 'variable'; readonly module: string; readonly name: string };

/** What entities are looked up in. */
export interface Repository {
  readonly modules: ModuleFinder;
  outline(file: string): FileOutline | undefined;
  classOf(id: TypeId): ClassOutline | undefined;
}

/** Re-exports of re-exports; circles are longer. */
const MAX_STEPS = 20;

/** What a module-level name of `file` stands for; nothing when the file does not have it. */
export function entityOfName(repository: Repository, file: string, name: string, steps = 0): Entity | undefined {
  const outline = repository.outline(file);
  if (outline === undefined || steps > MAX_STEPS) return undefined;
  const bindings = outline.bindings.get(name);
  if (bindings !== undefined) return entityOfBindings(repository, file, name, bindings, steps);
  for (const star of outline.starImports) {
    const module = findModule(repository, file, star);
    const found = module?.file === undefined ? undefined : entityOfName(repository, module.file, name, steps + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The decorators after which calling the name still calls the function itself. */
function keepsFunction(repository: Repository, file: string, decorators: readonly string[], steps: number): boolean {
  return decorators.every((decorator) => !isRepositoryCode(repository, file, decorator, steps + 1));
}

/** Whether what a decorator names is code of the repository, or an object of one of its classes. */
export function isRepositoryCode(repository: Repository, file: string, name: string, steps = 0): boolean {
  const entity = entityOfDotted(repository, file, name, steps);
  if (entity?.kind === 'function' || entity?.kind === 'class') return true;
  const [first = '', ...rest] = name.split('.');
  const owner = rest.length > 0 ? entityOfName(repository, file, first, steps) : undefined;
  if (owner?.kind !== 'variable') return false;
  const binding = repository.outline(owner.module)?.bindings.get(owner.name)?.find((b) => b.kind === 'value');
  const called = binding?.kind === 'value' ? binding.called : undefined;
  return called !== undefined && steps < MAX_STEPS && entityOfDotted(repository, owner.module, called, steps + 1)?.kind === 'class';
}

function entityOfBindings(repository: Repository, file: string, name: string, bindings: readonly NameBinding[], steps: number): Entity {
  const variable: Entity = { kind: 'variable', module: file, name };
  const last = bindings.at(-1);
  const real = bindings.filter((binding) => binding.kind !== 'value' || !binding.isNull);
  const [first] = real;
  if (first === undefined || last === undefined) return variable;
  if (real.every((binding) => binding.kind === 'import')) {
    const found = real.flatMap((binding) => (binding.kind === 'import' ? entityOfImport(repository, file, binding.spec, steps + 1) : []));
    return found.find((entity) => entity.kind !== 'symbol') ?? found[0] ?? variable;
  }
  if (real.length > 1 && !real.every((binding) => binding.kind === last.kind)) return variable;
  if (last.kind === 'class') return { kind: 'class', id: last.id };
  if (last.kind === 'function' && bindings.length === 1 && keepsFunction(repository, file, last.decorators, steps)) {
    return { kind: 'function', id: last.id, module: file, name };
  }
  return variable;
}

/** The module an import names, when it is one of the repository. */
export function findModule(repository: Repository, file: string, spec: ImportSpec): ModulePath | undefined {
  return spec.level > 0 ? repository.modules.relative(file, spec.level, spec.module) : repository.modules.absolute(file, spec.module);
}

/** What an import binds its name to. */
export function entityOfImport(repository: Repository, file: string, spec: ImportSpec, steps = 0): Entity {
  if (spec.name !== undefined) return entityInModule(repository, file, spec, spec.name, steps);
  const bound = spec.whole === true ? spec.module : spec.module.split('.')[0]!;
  const whole = findModule(repository, file, spec);
  if (whole === undefined) return { kind: 'symbol', name: bound };
  if (bound === spec.module) return { kind: 'module', module: whole };
  const depth = spec.module.split('.').length - 1;
  const path = whole.path.split('/').slice(0, -depth).join('/');
  return { kind: 'module', module: repository.modules.at(path) ?? { path } };
}

function entityInModule(repository: Repository, file: string, spec: ImportSpec, name: string, steps: number): Entity {
  const module = findModule(repository, file, spec);
  if (module === undefined) {
    const prefix = `${'.'.repeat(spec.level)}${spec.module}`;
    return { kind: 'symbol', name: prefix === '' || prefix.endsWith('.') ? `${prefix}${name}` : `${prefix}.${name}` };
  }
  return memberOfModule(repository, module, name, steps) ?? missing(module, name);
}

function missing(module: ModulePath, name: string): Entity {
  return module.file === undefined ? { kind: 'symbol', name: `${module.importedAs ?? module.path.replaceAll('/', '.')}.${name}` } : { kind: 'variable', module: module.file, name };
}

/** `module.name`: something the module binds, or a module inside of the package. */
export function memberOfModule(repository: Repository, module: ModulePath, name: string, steps = 0): Entity | undefined {
  const own = module.file === undefined ? undefined : entityOfName(repository, module.file, name, steps + 1);
  if (own !== undefined) return own;
  const isPackage = module.file === undefined || module.file.endsWith('/__init__.py') || module.file === '__init__.py';
  const inside = isPackage ? repository.modules.at(module.path === '' ? name : `${module.path}/${name}`) : undefined;
  return inside === undefined ? undefined : { kind: 'module', module: inside };
}

/** What `entity.name` certainly stands for. */
export function memberOf(repository: Repository, entity: Entity, name: string): Entity | undefined {
  switch (entity.kind) {
    case 'symbol': return { kind: 'symbol', name: `${entity.name}.${name}` };
    case 'module': return memberOfModule(repository, entity.module, name) ?? missing(entity.module, name);
    case 'class': {
      const nested = `${entity.id}.${name}`;
      return repository.classOf(nested) === undefined ? undefined : { kind: 'class', id: nested };
    }
    case 'function':
    case 'variable': return undefined;
  }
}

/** `a.b.c` at module level of `file`. Names that nobody declares are the language's own. */
export function entityOfDotted(repository: Repository, file: string, name: string, steps = 0): Entity | undefined {
  const [first = '', ...rest] = name.split('.');
  const start: Entity | undefined = entityOfName(repository, file, first, steps) ?? undeclared(repository, file, first);
  return rest.reduce<Entity | undefined>((entity, part) => entity && memberOf(repository, entity, part), start);
}

/** A name that the file does not bind: one of the language, or of a library all of whose names were imported. */
export function undeclared(repository: Repository, file: string, name: string): Entity {
  const stars = BUILTINS.has(name) ? [] : (repository.outline(file)?.starImports ?? []).filter((star) => star.level === 0 && findModule(repository, file, star) === undefined);
  const [only] = stars;
  return { kind: 'symbol', name: stars.length === 1 && only !== undefined ? `${only.module}.${name}` : name };
}

const BUILTINS = new Set(
  ('abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr dict dir divmod enumerate eval exec '
  + 'filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len list locals map max memoryview min next '
  + 'object oct open ord pow print property range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip '
  + 'Exception BaseException ValueError KeyError TypeError RuntimeError OSError IOError IndexError AttributeError NotImplementedError ImportError '
  + 'StopIteration FileNotFoundError PermissionError TimeoutError ConnectionError ZeroDivisionError SystemExit KeyboardInterrupt '
  + '__name__ __file__ __doc__ __import__ NotImplemented Ellipsis').split(' '),
);

/** `id` and the repository classes above it, nearest first. */
export function lineage(repository: Repository, id: TypeId): readonly ClassOutline[] {
  const found: ClassOutline[] = [];
  const pending = [id];
  const seen = new Set<TypeId>();
  for (let next = pending.shift(); next !== undefined && found.length < MAX_STEPS; next = pending.shift()) {
    const type = seen.has(next) ? undefined : repository.classOf(next);
    seen.add(next);
    if (type === undefined) continue;
    found.push(type);
    for (const base of type.bases) {
      const entity = entityOfDotted(repository, fileOfType(next), base);
      if (entity?.kind === 'class') pending.push(entity.id);
    }
  }
  return found;
}

/** The file in a type's or function's id. */
export function fileOfType(id: TypeId): string {
  return id.slice(0, id.lastIndexOf('#'));
}
