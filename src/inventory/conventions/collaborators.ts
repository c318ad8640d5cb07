/** Classes that take the platform's context without being functions: a handler holds them and hands its context on. */
import type { FunctionSignature, Program, TypeDeclaration, TypeId } from '../../ir/index.js';
import { takesContext, type ClassLanguage } from './class-symbols.js';
import type { CodeBase } from './conventions.js';
import { ancestorNames, simpleName } from './members.js';

const known = new WeakMap<Program, ReadonlySet<TypeId>>();

/** Whether another class that takes the context keeps an object of this class, or of an interface of it, or is constructed with one. */
export function isCollaborator(type: TypeDeclaration, code: CodeBase, language: ClassLanguage): boolean {
  const held = heldTypes(code, language);
  return held.has(type.id) || isRegisteredAs(type, code, language) || [...ancestorNames(code.program, type)].some((ancestor) => held.has(ancestor) && code.program.type(ancestor)?.kind === 'interface');
}

/** Registered under an interface of the repository that takes the context: who asks the container for that hands it on. */
function isRegisteredAs(type: TypeDeclaration, { program }: CodeBase, language: ClassLanguage): boolean {
  return program.bindings().some(({ service, implementation }) => implementation === type.id && service !== type.id
    && program.type(service)?.kind === 'interface' && program.type(service)?.methods.some((method) => takesContext(method, language)) === true);
}

/** A static method that other files call is theirs, not the platform's: `Log.info(message, context)`. */
export function isStaticHelper(method: FunctionSignature, type: TypeDeclaration, { project, program }: CodeBase, language: ClassLanguage): boolean {
  if (!method.isStatic) return false;
  const used = new RegExp(`\\b${type.name}\\.${simpleName(method)}\\s*\\(`);
  const own = program.fileOfType(type.id);
  return project.files.some((file) => file !== own && file.endsWith(language.extension) && used.test(project.read(file) ?? ''));
}

function heldTypes({ project, program }: CodeBase, language: ClassLanguage): ReadonlySet<TypeId> {
  const cached = known.get(program);
  if (cached) return cached;
  const naming = new RegExp(`\\b${language.contextType.slice(language.contextType.lastIndexOf('.') + 1)}\\b`);
  const files = project.files.filter((file) => file.endsWith(language.extension) && naming.test(project.read(file) ?? ''));
  const holders = files.flatMap((file) => program.index(file)?.types ?? []).filter((type) => type.methods.some((method) => takesContext(method, language)));
  const held = new Set(holders.flatMap((holder) => partsOf(holder).filter((part) => part !== holder.id)));
  known.set(program, held);
  return held;
}

function partsOf(holder: TypeDeclaration): readonly TypeId[] {
  const given = holder.methods.filter((method) => method.isConstructor).flatMap((constructor) => constructor.parameters);
  return [...holder.fields, ...given].flatMap(({ type }) => type?.name ?? []);
}
