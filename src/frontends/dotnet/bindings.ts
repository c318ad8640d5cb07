/** Registrations with the dependency-injection container: `services.AddSingleton<IStore, Store>()` and its kin. */
import type { Binding, FunctionId, TypeId, TypeRef } from '../../ir/index.js';
import { descendants, type SyntaxNode } from '../tree-sitter/index.js';
import { addClosureIds } from './closure-ids.js';
import { CLOSURES } from './declarations.js';
import type { FileParts, TypeLookup } from './model.js';
import type { NameScope } from './names.js';
import { nameText, parts, spanOf } from './syntax.js';
import { typeArguments, typeRefOf } from './types.js';

const REGISTRATION = /^(?:Try)?Add(?:Keyed)?(?<what>Singleton|Scoped|Transient|HostedService|HttpClient|DbContext|AWSService)$/u;

const LIFETIMES: Readonly<Record<string, Binding['lifetime']>> = {
  Singleton: 'singleton', Scoped: 'scoped', Transient: 'transient', HostedService: 'singleton', HttpClient: 'transient', DbContext: 'scoped', AWSService: 'singleton',
};

/** The registrations that the code of a file makes. */
export function bindingsIn(file: FileParts, lookUp: TypeLookup): readonly Binding[] {
  const found: Binding[] = [];
  for (const node of descendants(file.root)) {
    if (node.type !== 'invocation_expression') continue;
    const member = node.child('function')?.child('name');
    const what = member === undefined ? undefined : REGISTRATION.exec(nameText(member))?.groups?.['what'];
    const binding = member === undefined || what === undefined ? undefined : bindingOf(file, node, member, LIFETIMES[what] ?? 'transient', lookUp);
    if (binding !== undefined) found.push(binding);
  }
  return found;
}

function bindingOf(file: FileParts, node: SyntaxNode, member: SyntaxNode, lifetime: Binding['lifetime'], lookUp: TypeLookup): Binding | undefined {
  const scope = scopeAt(file, node);
  const args = (node.child('arguments')?.childrenOfType('argument') ?? []).flatMap((argument) => parts(argument).filter((part) => part.field !== 'name'));
  const written = typeArguments(member, scope);
  const types: readonly TypeRef[] = written.length > 0 ? written : args.flatMap((arg) => (arg.type === 'typeof_expression' ? (typeRefOf(arg.child('type'), scope) ?? []) : []));
  const factory = args.find((arg) => CLOSURES.has(arg.type));
  const made = createdType(args, factory, scope);
  const service = types[0]?.name ?? made;
  if (service === undefined) return undefined;
  const provider = factory === undefined ? undefined : closureIdOf(file, factory);
  const implementation = types[1]?.name ?? made ?? (provider === undefined ? concrete(service, lookUp) : undefined);
  return { service, ...(implementation === undefined ? {} : { implementation }), lifetime, ...(provider === undefined ? {} : { provider }), at: spanOf(node) };
}

function concrete(service: TypeId, lookUp: TypeLookup): TypeId | undefined {
  const type = lookUp(service);
  return type === undefined || type.declaration.kind === 'interface' ? undefined : service;
}

/** The class of an instance that is handed over, or that a short factory makes. */
function createdType(args: readonly SyntaxNode[], factory: SyntaxNode | undefined, scope: NameScope): TypeId | undefined {
  const body = factory?.child('body');
  const made = [...args, ...(body === undefined ? [] : [body])].find((node) => node.type === 'object_creation_expression');
  return typeRefOf(made?.child('type'), scope)?.name;
}

function scopeAt(file: FileParts, node: SyntaxNode): NameScope {
  for (let above: SyntaxNode | undefined = node; above !== undefined; above = above.parent) {
    const part = file.partAt.get(above.start);
    if (part !== undefined && above.child('body') !== undefined) return part.scope;
  }
  return { file: file.names, namespace: '' };
}

/** The id that the lowering gives the closure. */
function closureIdOf(file: FileParts, closure: SyntaxNode): FunctionId | undefined {
  const ids = new Map<number, FunctionId>();
  for (let above = closure.parent; above !== undefined; above = above.parent) {
    const method = file.methodAt.get(above.start);
    const isMember = above.type === 'method_declaration' || above.type === 'constructor_declaration' || above.type === 'accessor_declaration';
    if (method === undefined || !isMember) continue;
    addClosureIds(ids, method.signature.isConstructor ? above : (above.child('body') ?? above), method.signature.id);
    return ids.get(closure.start);
  }
  addClosureIds(ids, file.root, `${file.names.file}#<init>`);
  return ids.get(closure.start);
}
