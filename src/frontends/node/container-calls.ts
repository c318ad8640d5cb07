/**
 * Dependency injection in code: what calls such as `container.register(Token, { useClass: A })` and the `providers` of a module
 * register. A token is a class, or a name for the type that is written beside it.
 */
import type { Binding, TypeId } from '../../ir/index.js';
import type { Repository } from './entities.js';
import { classOf, entityOf } from './entities.js';
import type { FileFacts } from './facts.js';
import type { Scope } from './names/scopes.js';
import type { ES, Node } from './syntax.js';
import { calledName, childNodes, isFunction, keyName, literalString, spanOf, unwrap } from './syntax.js';
import { typeRefOf } from './types.js';

type Lifetime = Binding['lifetime'];

/** What one call or provider says; the rest is found around it. */
interface Registration {
  /** The class or name that is asked for. */
  readonly token: Node | undefined;
  /** The type written beside it: `bind<Store>(…)`. */
  readonly type?: ES.TSType | undefined;
  readonly implementation?: Node | undefined;
  readonly factory?: Node | undefined;
  readonly lifetime: Lifetime;
}

interface Context {
  readonly repository: Repository;
  readonly facts: FileFacts;
  readonly scope: Scope;
}

const CONTAINERS = new Set(['@nestjs/common', 'inversify', 'tsyringe', 'typedi']);
/** Methods after `bind(token)` that say what it is bound to. */
const BOUND_TO = new Set(['to', 'toSelf', 'toConstantValue', 'toDynamicValue']);
const MAX_CHAIN = 8;

/** The registrations that the code of a file makes. */
export function registrationsIn(repository: Repository, facts: FileFacts): readonly Binding[] {
  const imports = [...facts.scopes.module.variables.values()].flatMap((variable) => variable.import?.specifier ?? []);
  if (!imports.some((specifier) => CONTAINERS.has(specifier))) return [];
  const found: Binding[] = [];
  const seen = new Set<Node>();
  const pending: { readonly node: Node; readonly scope: Scope }[] = [{ node: facts.program, scope: facts.scopes.module }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const scope = facts.scopes.scopeOf.get(next.node) ?? next.scope;
    const { node } = next;
    const c: Context = { repository, facts, scope };
    if (node.type === 'CallExpression') found.push(...registrationsOf(c, node, seen).flatMap((registration) => bindingOf(c, node, registration)));
    pending.push(...childNodes(node).reverse().map((child) => ({ node: child, scope })));
  }
  return found;
}

function registrationsOf(c: Context, call: ES.CallExpression, seen: Set<Node>): readonly Registration[] {
  const callee = entityOf(c.repository, c.facts, c.scope, call.callee);
  const name = callee?.kind === 'symbol' ? callee.name : undefined;
  const [first, second, third] = call.arguments;
  const type = call.typeArguments?.params[0];
  switch (name) {
    case 'tsyringe.container.registerSingleton': return [{ token: first, type, implementation: second ?? first, lifetime: 'singleton' }];
    case 'tsyringe.container.registerInstance': return [{ token: first, type, implementation: madeBy(second), lifetime: 'singleton' }];
    case 'tsyringe.container.register': return [{ ...provider(second), token: first, type, lifetime: property(second, 'useValue') !== undefined ? 'singleton' : lifetimeNamed(property(third, 'lifecycle')) ?? 'transient' }];
    case 'typedi.Container.set': return [first?.type === 'ObjectExpression'
      ? { token: property(first, 'id'), type, implementation: property(first, 'type') ?? madeBy(property(first, 'value')), factory: property(first, 'factory'), lifetime: isTrue(property(first, 'transient')) ? 'transient' : 'singleton' }
      : { token: first, type, implementation: madeBy(second), lifetime: 'singleton' }];
    case '@nestjs/common.Module': return elementsOf(property(first, 'providers')).map((each) => ({ ...provider(each), token: property(each, 'provide'), lifetime: lifetimeNamed(property(each, 'scope')) ?? 'singleton' }));
    default: return boundBy(c, call, seen);
  }
}

/** `container.bind<Store>(TYPES.Store).to(DiskStore).inSingletonScope()`, seen from its last call. */
function boundBy(c: Context, last: ES.CallExpression, seen: Set<Node>): readonly Registration[] {
  const scopes: string[] = [];
  let call: ES.CallExpression = last;
  while (!BOUND_TO.has(calledName(call) ?? '')) {
    const receiver = receiverOf(call);
    if (receiver?.type !== 'CallExpression' || scopes.length > MAX_CHAIN) return [];
    scopes.push(calledName(call) ?? '');
    call = receiver;
  }
  const bind = receiverOf(call);
  if (bind?.type !== 'CallExpression' || seen.has(call) || !/^(?:re)?bind$/i.test(calledName(bind) ?? '')) return [];
  seen.add(call);
  const how = calledName(call);
  const [token] = bind.arguments;
  const [target] = call.arguments;
  const isKept = how === 'toConstantValue' || scopes.includes('inSingletonScope') || (scopes.length === 0 && keepsByDefault(c, receiverOf(bind)));
  return [{
    token, type: bind.typeArguments?.params[0], lifetime: isKept ? 'singleton' : 'transient',
    ...(how === 'toDynamicValue' ? { factory: target } : { implementation: how === 'toSelf' ? token : how === 'to' ? target : madeBy(target) }),
  }];
}

function receiverOf(call: ES.CallExpression): Node | undefined {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' ? unwrap(callee.object) : undefined;
}

/** `new Container({ defaultScope: 'Singleton' })` */
function keepsByDefault({ repository, facts, scope }: Context, container: Node | undefined): boolean {
  const entity = container === undefined ? undefined : entityOf(repository, facts, scope, container);
  const value = entity?.kind === 'place' && entity.home.kind === 'variable' ? entity.home.variable.value?.from : undefined;
  const options = value?.type === 'NewExpression' ? value.arguments[0] : undefined;
  return lifetimeNamed(property(options, 'defaultScope')) === 'singleton';
}

function provider(node: Node | undefined): { readonly implementation?: Node | undefined; readonly factory?: Node | undefined } {
  return { implementation: property(node, 'useClass') ?? property(node, 'useExisting') ?? madeBy(property(node, 'useValue')), factory: property(node, 'useFactory') };
}

/** The class in `new Store(…)`: a value that is made on the spot. */
function madeBy(node: Node | undefined): Node | undefined {
  const value = node === undefined ? undefined : unwrap(node);
  return value?.type === 'NewExpression' ? value.callee : undefined;
}

function bindingOf(c: Context, call: ES.CallExpression, r: Registration): readonly Binding[] {
  const { repository, facts, scope } = c;
  const token = classIn(c, r.token);
  const implementation = classIn(c, r.implementation);
  const factory = r.factory !== undefined && isFunction(unwrap(r.factory)) ? facts.scopes.functionOf.get(unwrap(r.factory))?.id : undefined;
  const written = typeRefOf(repository, facts, scope, r.type)?.name;
  const service = token ?? written ?? implementation;
  if (service === undefined || (implementation === undefined && factory === undefined)) return [];
  return [{
    service, lifetime: r.lifetime, file: facts.file, at: spanOf(call),
    ...(factory === undefined ? { implementation: implementation! } : { provider: factory }),
    // Under a bare name a class is found by what it implements, as a declaration is.
    ...(token === undefined && written === undefined ? {} : { by: scope.function.id }),
  }];
}

/** The class of the repository that `node` names. */
function classIn({ repository, facts, scope }: Context, node: Node | undefined): TypeId | undefined {
  const entity = node === undefined ? undefined : entityOf(repository, facts, scope, node);
  return entity?.kind === 'type' && classOf(repository, entity.id) !== undefined ? entity.id : undefined;
}

function property(node: Node | undefined, name: string): Node | undefined {
  if (node?.type !== 'ObjectExpression') return undefined;
  const found = node.properties.find((each) => each.type === 'Property' && keyName(each.key, each.computed) === name);
  return found?.type === 'Property' ? found.value : undefined;
}

function elementsOf(node: Node | undefined): readonly Node[] {
  return node?.type === 'ArrayExpression' ? node.elements.flatMap((element) => (element === null ? [] : [element])) : [];
}

function isTrue(node: Node | undefined): boolean {
  return node?.type === 'Literal' && node.value === true;
}

/** What the word for a scope means for who asks; each library writes its own. */
const SCOPES: ReadonlyMap<string, Lifetime> = new Map([
  ['ContainerScoped', 'scoped'], ['DEFAULT', 'singleton'], ['REQUEST', 'request'], ['Request', 'transient'], ['ResolutionScoped', 'transient'],
  ['Singleton', 'singleton'], ['TRANSIENT', 'transient'], ['Transient', 'transient'],
]);

/** What a scope option says: `Scope.REQUEST`, `'Transient'`. */
export function lifetimeNamed(node: Node | undefined): Lifetime | undefined {
  const inner = node === undefined ? undefined : unwrap(node);
  const name = inner?.type === 'MemberExpression' ? keyName(inner.property, inner.computed) : inner === undefined ? undefined : literalString(inner);
  return name === undefined ? undefined : SCOPES.get(name);
}
