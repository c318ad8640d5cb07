/** Symbols of languages in which every function is a method (Java, C#): `Class::method`, with or without package or namespace. */
import type { FunctionSignature, TypeDeclaration } from '../../ir/index.js';
import { filesBelow, folderOf } from '../files/files-below.js';
import type { CodeBase, ConcurrencyClaims, EntryResolution } from './conventions.js';
import { everythingIn, lineage, methodsNamed, nameInFile, overlappingMethods, publicMethods, qualifiedName, simpleName, targetOf, typeNamed } from './members.js';

/** What differs between the languages. */
export interface ClassLanguage {
  readonly extension: string;
  /** The parameter by which the platform's own methods are known, by the end of its type's name. */
  readonly contextType: string;
  readonly namespacesAreCapitalised: boolean;
  /** Text before `class Name` or in its file with which more may belong to the class than is read. */
  readonly mayHaveMore: RegExp;
  readonly claims: ConcurrencyClaims;
}

/** A class and the file that declares it. */
export interface FoundClass {
  readonly file: string;
  readonly type: TypeDeclaration;
}

/** The class of that simple, nested or qualified name in the files below `folder`; the file named like it is looked at first. */
export function findClass(name: string, folder: string, { project, program }: CodeBase, language: ClassLanguage): FoundClass | undefined {
  const outer = outermost(name, language.namespacesAreCapitalised);
  const declares = declarationOf(outer);
  const files = filesBelow(project.files, folder).filter((file) => file.endsWith(language.extension));
  const byName = files.filter((file) => file === `${outer}${language.extension}` || file.endsWith(`/${outer}${language.extension}`));
  const find = (candidates: readonly string[]): FoundClass | undefined => {
    for (const file of candidates) {
      const type = typeNamed(program.index(file), name);
      if (type) return { file, type };
    }
    return undefined;
  };
  return find(byName) ?? find(files.filter((file) => !byName.includes(file) && declares.test(project.read(file) ?? '')));
}

function declarationOf(outer: string): RegExp {
  return new RegExp(`\\b(?:class|interface|record|struct|enum)\\s+${outer.replaceAll(/\W/g, '\\$&')}\\b`);
}

/**
 * Whether all that `type` can do is in the repository: it is the only class with the name `qualified`, was read without problems, and nobody of a library
 * or a generator adds to it.
 */
export function isWhole({ file, type }: FoundClass, qualified: string, { project, program }: CodeBase, language: ClassLanguage): boolean {
  const outer = outermost(qualified, language.namespacesAreCapitalised);
  const declares = declarationOf(outer);
  const isOnly = project.files.every((other) => other === file || !other.endsWith(language.extension) || !declares.test(project.read(other) ?? '') || typeNamed(program.index(other), qualified) === undefined);
  const classes = lineage(program, type);
  const isRead = classes.every(({ id, annotations }) => {
    const home = id === type.id ? file : program.fileOfType(id);
    return home !== undefined && annotations.length === 0 && program.index(home)?.problems.length === 0 && !language.mayHaveMore.test(project.read(home) ?? '');
  });
  return type.kind === 'class' && qualifiedName(type.id) === qualified && isOnly && isRead && classes.every(({ bases }) => bases.every(({ name }) => program.type(name) !== undefined));
}

/** `Outer` of `com.acme.Outer$Inner`; packages are written in small letters, so also of `com.acme.Outer.Inner`. */
function outermost(name: string, namespacesAreCapitalised: boolean): string {
  const [beforeNested = ''] = name.split(/[$+]/);
  const parts = beforeNested.split('.');
  const first = namespacesAreCapitalised ? undefined : parts.find((part) => /^[A-Z]/.test(part));
  return first ?? parts.at(-1) ?? name;
}

/** The class that `file` declares or that lies nearest to it. */
export function findClassNear(name: string, file: string, code: CodeBase, language: ClassLanguage): FoundClass | undefined {
  const own = typeNamed(code.program.index(file), name);
  if (own) return { file, type: own };
  const segments = file.split('/').slice(0, -1);
  for (let depth = segments.length; depth >= 0; depth--) {
    const found = findClass(name, segments.slice(0, depth).join('/'), code, language);
    if (found) return found;
  }
  return undefined;
}

/**
 * The class in the nearest folder around `folder` that has it. What lies beside a template of its own belongs to another
 * application, which may well use the same names.
 */
export function findClassAround(name: string, folder: string, code: CodeBase, language: ClassLanguage): FoundClass | undefined {
  for (let around = folder; around !== ''; ) {
    around = folderOf(around);
    const found = findClass(name, around, code, language);
    if (found) return hasTemplateBetween(found.file, around, code) ? undefined : found;
  }
  return undefined;
}

function hasTemplateBetween(file: string, around: string, { project }: CodeBase): boolean {
  for (let folder = folderOf(file); folder !== around && folder !== ''; folder = folderOf(folder)) {
    if (['yaml', 'yml', 'json'].some((extension) => project.has(`${folder}/template.${extension}`))) return true;
  }
  return false;
}

/** Of several overloads the platform calls the one that takes its context. */
export function preferContext(methods: readonly FunctionSignature[], language: ClassLanguage): readonly FunctionSignature[] {
  const withContext = methods.filter((method) => takesContext(method, language));
  return withContext.length > 0 ? withContext : methods;
}

/** Whether a method has a parameter for the platform's context. */
export function takesContext(method: FunctionSignature, { contextType }: ClassLanguage): boolean {
  return method.parameters.some((parameter) => parameter.type?.name === contextType || parameter.type?.name.endsWith(`.${contextType}`));
}

/**
 * Whether the platform can call the method as a handler: its context comes last, after one input or after two streams
 * (docs.aws.amazon.com/lambda/latest/dg/java-handler.html, csharp-handler.html).
 */
export function isCallable(method: FunctionSignature, language: ClassLanguage): boolean {
  const { parameters } = method;
  const last = parameters.at(-1);
  if (!last || !takesContext({ ...method, parameters: [last] }, language)) return false;
  return parameters.length <= 2 || (parameters.length === 3 && parameters[0]?.type?.name.endsWith('InputStream') === true);
}

/** The functions that `--entry FILE#SYMBOL` names. The class is the one named, wherever it or the inherited method is declared. */
export function resolveClassSymbol(file: string, symbol: string, code: CodeBase, language: ClassLanguage): EntryResolution {
  const { program } = code;
  const index = program.index(file);
  if (!index) return { kind: 'missing', candidates: [] };
  if (symbol === '*') return { kind: 'found', whole: 'file', targets: everythingIn(program, index, language.claims) };
  if (symbol === '<main>') return resolveMain(file, code);
  const written = splitSymbol(symbol);
  const named = findClassNear(written[0], file, code, language)?.type;
  // `Orders.handle` is a method where it is no nested class.
  const [owner, method] = named === undefined && written[1] === undefined ? splitAtLastDot(symbol) : written;
  const found = named ?? findClassNear(owner, file, code, language)?.type;
  if (found && method === undefined) {
    return { kind: 'found', whole: 'class', targets: overlappingMethods(program, found, language.claims.confined).map((member) => targetOf(member, found)) };
  }
  const methods = found && method !== undefined ? preferContext(methodsNamed(program, found, method), language) : [];
  if (found && methods.length > 0) return { kind: 'found', targets: methods.map((member) => targetOf(member, found)) };
  return { kind: 'missing', candidates: candidatesIn(file, code, found) };
}

function splitAtLastDot(symbol: string): readonly [string, string | undefined] {
  const dot = symbol.lastIndexOf('.');
  return dot < 0 ? [symbol, undefined] : [symbol.slice(0, dot), symbol.slice(dot + 1)];
}

function splitSymbol(symbol: string): readonly [string, string | undefined] {
  const cut = symbol.lastIndexOf('::');
  return cut < 0 ? [symbol, undefined] : [symbol.slice(0, cut), symbol.slice(cut + 2)];
}

/** Top-level statements, or the `Main` method of the file. */
function resolveMain(file: string, { program }: CodeBase): EntryResolution {
  const init = program.module(file)?.init;
  if (init !== undefined) return { kind: 'found', targets: [{ function: init, startsProgram: true }] };
  const methods = (program.index(file)?.types ?? []).flatMap((type) => type.methods.filter((method) => method.isStatic && /^main$/i.test(simpleName(method))));
  return methods.length > 0 ? { kind: 'found', targets: methods.map((method) => ({ function: method.id, startsProgram: true })) } : { kind: 'missing', candidates: [] };
}

function candidatesIn(file: string, { program }: CodeBase, found: TypeDeclaration | undefined): readonly string[] {
  const index = program.index(file);
  if (!index) return [];
  const types = found ? [found] : index.types.filter((type) => type.kind !== 'interface');
  const classes = found ? [] : types.map((type) => nameInFile(type, index));
  return [...classes, ...new Set(types.flatMap((type) => publicMethods(program, type).map((method) => `${nameInFile(type, index)}::${simpleName(method)}`)))].sort();
}
