/** Registrations with the dependency-injection container: `services.AddSingleton<IStore, Store>()` and its kin. */
import type { Binding, FunctionId, TypeId, TypeRef } from '../../ir/index.js';
import { ancestorOfType, descendants, type SyntaxNode } from '../tree-sitter/index.js';
import { addClosureIds } from './closure-ids.js';
import { CLOSURES } from './declarations.js';
import type { FileParts, TypeLookup } from './model.js';
import type { NameScope } from './names.js';
import { nameText, parts, spanOf } from './syntax.js';
import { typeArguments, typeRefOf } from './types.js';

const REGISTRATION = /^(?:Try)?Add(?<keyed>Keyed)?(?<what>Singleton|Scoped|Transient|HostedService|HttpClient|DbContext|AWSService)$/u;

const LIFETIMES: Readonly<Record<string, Binding['lifetime']>> = {
  Singleton: 'singleton', Scoped: 'scoped', Transient: 'transient', HostedService: 'singleton', HttpClient: 'transient', DbContext: 'scoped', AWSService: 'singleton',
};

/** A call that registers something, with what its name says. */
interface Registration {
  readonly file: FileParts;
  readonly node: SyntaxNode;
  readonly member: SyntaxNode;
  readonly lifetime: Binding['lifetime'];
  readonly isKeyed: boolean;
}

/** The registrations that the code of a file makes. */
export function bindingsIn(file: FileParts, lookUp: TypeLookup): readonly Binding[] {
  const found: Binding[] = [];
  for (const node of descendants(file.root)) {
    if (node.type !== 'invocation_expression') continue;
    const member = node.child('function')?.child('name');
    const { what, keyed } = (member === undefined ? undefined : REGISTRATION.exec(nameText(member))?.groups) ?? {};
    const binding = member === undefined || what === undefined ? undefined : bindingOf({ file, node, member, lifetime: LIFETIMES[what] ?? 'transient', isKeyed: keyed !== undefined }, lookUp);
    if (binding !== undefined) found.push(binding);
  }
  return found;
}

function bindingOf({ file, node, member, lifetime, isKeyed }: Registration, lookUp: TypeLookup): Binding | undefined {
  const scope = scopeAt(file, node);
  const all = (node.child('arguments')?.childrenOfType('argument') ?? []).flatMap((argument) => parts(argument).filter((part) => part.field !== 'name'));
  const written = typeArguments(member, scope);
  const types: readonly TypeRef[] = written.length > 0 ? written : all.flatMap((arg) => (arg.type === 'typeof_expression' ? (typeRefOf(arg.child('type'), scope) ?? []) : []));
  const keyAt = written.length > 0 ? 0 : 1;
  const args = isKeyed ? all.filter((_, index) => index !== keyAt) : all;
  const factory = args.find((arg) => CLOSURES.has(arg.type));
  const made = createdType(args, factory, scope);
  const service = types[0]?.name ?? made ?? forwardedType(factory, scope);
  if (service === undefined) return undefined;
  const provider = factory === undefined ? undefined : closureIdOf(file, factory);
  const implementation = types[1]?.name ?? made ?? (provider === undefined ? concrete(service, lookUp) : undefined);
  const key = isKeyed ? all[keyAt]?.text : undefined;
  const by = registrantOf(file, node);
  return {
    service, ...(written[0] === undefined || written[0].args.length === 0 ? {} : { args: written[0].args }), ...(implementation === undefined ? {} : { implementation }), lifetime,
    ...(key === undefined ? {} : { key: plainKey(key) }), ...(provider === undefined ? {} : { provider }), ...(by === undefined ? {} : { by }), file: file.names.file, at: spanOf(node),
  };
}

/** `"blob"`; a constant is known by the last part of its name. */
function plainKey(text: string): string {
  return /^"(.*)"$/u.exec(text)?.[1] ?? text.replace(/^.*\./u, '');
}

function concrete(service: TypeId, lookUp: TypeLookup): TypeId | undefined {
  const type = lookUp(service);
  return type === undefined || type.declaration.kind === 'interface' ? undefined : service;
}

/** The class of an instance that is handed over, or that a factory makes. */
function createdType(args: readonly SyntaxNode[], factory: SyntaxNode | undefined, scope: NameScope): TypeId | undefined {
  const body = factory?.child('body');
  const returned = body?.type === 'block' ? body.childrenOfType('return_statement').flatMap((statement) => parts(statement)) : [];
  const given = args.flatMap((arg) => (arg.type === 'identifier' ? (declaredValue(arg) ?? []) : []));
  const made = [...args, ...(body === undefined ? [] : [body]), ...returned, ...given].find((node) => node.type === 'object_creation_expression');
  return typeRefOf(made?.child('type'), scope)?.name;
}

/** `sp => sp.GetRequiredService<X>()`, `sp => sp.GetRequiredService<IOptions<X>>().Value` */
function forwardedType(factory: SyntaxNode | undefined, scope: NameScope): TypeId | undefined {
  const body = factory?.child('body');
  const isValue = body?.type === 'member_access_expression';
  const call = isValue ? body.child('expression') : body;
  const asked = call?.type === 'invocation_expression' ? typeArguments(call.child('function')?.child('name'), scope)[0] : undefined;
  return isValue ? asked?.args[0]?.name : asked?.name;
}

/** What a local variable of the statements around `name` is declared with. */
function declaredValue(name: SyntaxNode): SyntaxNode | undefined {
  for (let above = name.parent; above !== undefined; above = above.parent) {
    if (above.type !== 'block' && above.type !== 'compilation_unit') continue;
    const statements = above.namedChildren.flatMap((child) => (child.type === 'global_statement' ? child.namedChildren : [child]));
    const declarators = statements.flatMap((statement) => statement.childOfType('variable_declaration')?.childrenOfType('variable_declarator') ?? []);
    const declared = declarators.find((declarator) => nameText(declarator.child('name')) === name.text);
    if (declared !== undefined) return parts(declared).find((part) => part.type === 'object_creation_expression');
  }
  return undefined;
}

function scopeAt(file: FileParts, node: SyntaxNode): NameScope {
  for (let above: SyntaxNode | undefined = node; above !== undefined; above = above.parent) {
    const part = file.partAt.get(above.start);
    if (part !== undefined && above.child('body') !== undefined) return part.scope;
  }
  return { file: file.names, namespace: '' };
}

const MEMBERS = new Set(['method_declaration', 'constructor_declaration', 'accessor_declaration', 'property_declaration']);

/** The method whose code registers. */
function registrantOf(file: FileParts, node: SyntaxNode): FunctionId | undefined {
  const member = ancestorOfType(node, ...MEMBERS);
  return member === undefined ? undefined : file.methodAt.get(member.start)?.signature.id;
}

/** The id that the lowering gives the closure. */
function closureIdOf(file: FileParts, closure: SyntaxNode): FunctionId | undefined {
  const ids = new Map<number, FunctionId>();
  for (let above = closure.parent; above !== undefined; above = above.parent) {
    const method = file.methodAt.get(above.start);
    if (method === undefined || !MEMBERS.has(above.type)) continue;
    addClosureIds(ids, method.signature.isConstructor ? above : (above.child('body') ?? above), method.signature.id);
    return ids.get(closure.start);
  }
  addClosureIds(ids, file.root, `${file.names.file}#<init>`);
  return ids.get(closure.start);
}
