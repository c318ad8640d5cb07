/** Java: `package.Class::method`, classes that implement Lambda's handler interfaces, and frameworks that call into the code. */
import { extname } from 'node:path';
import type { FunctionSignature, ModuleIndex, TypeDeclaration, TypeId } from '../../ir/index.js';
import { filesBelow } from '../files/files-below.js';
import { isCollaborator, isStaticHelper } from './collaborators.js';
import { findClass, findClassAround, isCallable, isWhole, preferContext, resolveClassSymbol, type ClassLanguage, type FoundClass } from './class-symbols.js';
import type { CodeBase, ConcurrencyClaims, Conventions, EntryResolution, EntrySignature, HandlerAnswer, HandlerQuery } from './conventions.js';
import { allSubtypes, ancestorNames, lineage, locationOf, methodsNamed, nameInFile, simpleName, typeNamed } from './members.js';

/** Annotations of `javax.annotation.concurrent`, JCIP, Error Prone and Android, by their simple names. */
const CLAIMS: ConcurrencyClaims = {
  safe: /(?:^|\.)ThreadSafe$/,
  unsafe: /(?:^|\.)NotThreadSafe$/,
  confined: /^(?:close|destroy|dispose|finalize)$|(?:^|\.)(?:GuardedBy|PostConstruct|PreDestroy|VisibleForTesting|ThreadConfined|UiThread|MainThread)$/,
};
const JAVA: ClassLanguage = { extension: '.java', contextType: 'com.amazonaws.services.lambda.runtime.Context', namespacesAreCapitalised: false, mayHaveMore: /\blombok\.(?:experimental\.)?Delegate\b/, claims: CLAIMS };

/** Types whose subclasses are entered through this method, by Lambda or by the framework's own handler. */
const ENTRY_TYPES: ReadonlyMap<TypeId, string> = new Map([
  ['com.amazonaws.services.lambda.runtime.RequestHandler', 'handleRequest'],
  ['com.amazonaws.services.lambda.runtime.RequestStreamHandler', 'handleRequest'],
  ['io.micronaut.function.aws.MicronautRequestHandler', 'execute'],
  ['io.micronaut.function.aws.MicronautRequestStreamHandler', 'execute'],
]);
const FUNCTION_TYPES: ReadonlyMap<TypeId, string> = new Map([
  ['java.util.function.Function', 'apply'], ['java.util.function.Consumer', 'accept'], ['java.util.function.Supplier', 'get'],
]);
/** Handlers of frameworks: the code they run is a bean of the repository. */
const FRAMEWORK_HANDLERS = /^(?:org\.springframework\.cloud\.function\.adapter\.aws\.|io\.quarkus\.(?:amazon\.lambda|funqy)\.|io\.micronaut\.function\.aws\.)/;
/** Handlers that put a web application behind Lambda: the code they run are its controllers. */
const WEB_HANDLERS: readonly (readonly [RegExp, string])[] = [
  [/^com\.amazonaws\.serverless\.proxy\./, 'aws-serverless-java-container'],
  [/^io\.micronaut\.function\.aws\.proxy\./, 'micronaut'],
];
/** Handlers of frameworks that call a function where there is one, and else serve a web application: https://quarkus.io/guides/aws-lambda-http */
const WEB_EXTENSIONS: readonly (readonly [RegExp, string])[] = [[/^io\.quarkus\.amazon\.lambda\.runtime\.QuarkusStreamHandler$/, 'quarkus-http']];
/** Variables by which a function chooses among the beans of one application. */
const CHOICES = /^(?:spring_cloud_function_definition|quarkus_lambda_handler)$/i;

export const javaConventions: Conventions = {
  language: 'java',
  extensions: ['.java'],
  manifest: /^(?:pom\.xml|build\.gradle(?:\.kts)?)$/,
  runtimes: /^java/,
  webAdapters: [{ library: /^com\.amazonaws\.serverless\.proxy\.(?:spring|jersey|spark|struts)/, adapter: 'aws-serverless-java-container' }],
  routes: {
    hint: /@(?:RestController|Controller|Path|(?:Get|Post|Put|Patch|Delete|Request)Mapping)\b/,
    annotations: /(?:^|\.)(?:(?:Get|Post|Put|Patch|Delete|Request)Mapping|GET|POST|PUT|PATCH|DELETE|Get|Post|Put|Patch|Delete)$/,
    separator: '::',
  },
  claims: CLAIMS,
  signaturesAreCertain: true,
  findHandler,
  candidateFiles,
  signaturesIn,
  resolveSymbol,
};

function findHandler(query: HandlerQuery, code: CodeBase): HandlerAnswer {
  const cut = query.handler.lastIndexOf('::');
  const className = cut < 0 ? query.handler : query.handler.slice(0, cut);
  const methodName = cut < 0 ? undefined : query.handler.slice(cut + 2);
  const found = findClass(className, query.folder ?? query.templateFolder, code, JAVA) ?? findClass(className, query.templateFolder, code, JAVA)
    ?? (query.isBuilt ? findClassAround(className, query.templateFolder, code, JAVA) : undefined);
  if (found) return methodAnswer(found, className, methodName, code);
  const webAdapter = WEB_HANDLERS.find(([pattern]) => pattern.test(className))?.[1];
  if (webAdapter !== undefined) return { kind: 'found', entries: [], webAdapter, evidence: `${className} puts a web application behind Lambda` };
  if (FRAMEWORK_HANDLERS.test(className)) return frameworkAnswer(query, className, code);
  const otherLanguage = inOtherLanguage(className, query, code);
  return { kind: 'missing', looked: otherLanguage ?? `no class ${className} below ${query.folder || query.templateFolder || 'the root'}` };
}

function methodAnswer(found: FoundClass, className: string, methodName: string | undefined, code: CodeBase): HandlerAnswer {
  const { file, type } = found;
  const index = code.program.index(file)!;
  const name = nameInFile(type, index);
  const wanted = methodName ?? entryMethodOf(type, code) ?? 'handleRequest';
  for (const candidate of new Set([wanted, entryMethodOf(type, code) ?? wanted])) {
    const [method] = preferContext(methodsNamed(code.program, type, candidate), JAVA);
    if (method) return { kind: 'found', entries: [{ file, symbol: `${name}::${candidate}`, at: methodLocation(method, type, file, code) }], evidence: `${name}::${candidate} in ${file}` };
  }
  return inheritedAnswer(found, name, wanted, code)
    ?? { kind: 'missing', ...(isWhole(found, className, code, JAVA) ? { lacks: 'method' as const } : {}), looked: `${name} in ${file} has no method ${wanted}` };
}

/** Methods of every object: who overrides them is called by whoever has the object. */
const OF_EVERY_OBJECT: ReadonlySet<string> = new Set(['toString', 'equals', 'hashCode', 'finalize', 'clone', 'compareTo', 'close']);

/** A class from elsewhere receives the invocations: what is overridden is what it can call here. */
function inheritedAnswer({ file, type }: FoundClass, name: string, wanted: string, code: CodeBase): HandlerAnswer | undefined {
  const types = lineage(code.program, type);
  const [base] = types.flatMap(({ bases }) => bases).filter((one) => !code.program.type(one.name) && !/^java\./.test(one.name));
  if (base === undefined) return undefined;
  const overriding = types.flatMap(({ methods }) => methods)
    .filter((method) => !method.isStatic && !method.isAbstract && !OF_EVERY_OBJECT.has(simpleName(method)) && method.annotations.some((annotation) => /(?:^|\.)Override$/.test(annotation.name)));
  const entries = new Map(overriding.toReversed().map((method) => [simpleName(method), { file, symbol: `${name}::${simpleName(method)}`, at: methodLocation(method, type, file, code) }]));
  if (entries.size === 0) return undefined;
  return { kind: 'found', entries: [...entries.values()].reverse(), receivedBy: base.name, evidence: `${name} in ${file}, whose ${wanted} is inherited from ${base.name}` };
}

function entryMethodOf(type: TypeDeclaration, { program }: CodeBase): string | undefined {
  const ancestors = ancestorNames(program, type);
  return [...ENTRY_TYPES, ...FUNCTION_TYPES].find(([id]) => ancestors.has(id))?.[1];
}

/** An inherited method stands elsewhere; then the class that is named says where to look. */
function methodLocation(method: FunctionSignature, type: TypeDeclaration, file: string, code: CodeBase): EntrySignature['entry']['at'] {
  return locationOf(code, file, method.id.startsWith(`${file}#`) ? method.at : type.at);
}

/** The framework's handler runs the function bean that the environment names, or the only one. */
function frameworkAnswer(query: HandlerQuery, className: string, code: CodeBase): HandlerAnswer {
  const folder = query.folder ?? query.templateFolder;
  const files = candidateFiles(code, (file) => file.startsWith(folder === '' ? '' : `${folder}/`));
  const signatures = files.flatMap((file) => signaturesIn(file, code));
  const chosen = [...query.environment].find(([name]) => CHOICES.test(name))?.[1];
  const named = signatures.filter(({ entry }) => chosen !== undefined && beanNames(entry, code).includes(chosen.toLowerCase()));
  const entries = (named.length > 0 ? named : signatures).map(({ entry }) => entry);
  const webAdapter = WEB_EXTENSIONS.find(([pattern]) => pattern.test(className))?.[1];
  if (entries.length === 0 && webAdapter !== undefined) return { kind: 'found', entries: [], webAdapter, evidence: `${className} calls functions or serves a web application` };
  if (entries.length === 0) return { kind: 'missing', looked: `${className} is a framework's handler, and no function that it could call is below ${folder || 'the root'}` };
  return { kind: 'found', entries, evidence: `${className} calls ${entries.map((entry) => entry.symbol).join(', ')}` };
}

/** The names of a bean, in small letters: class, method, and what `@Named` or `@Component` says. */
function beanNames({ file, symbol }: EntrySignature['entry'], { program }: CodeBase): readonly string[] {
  const [owner = '', method = ''] = symbol.split('::');
  const given = typeNamed(program.index(file), owner)?.annotations.flatMap((annotation) => annotation.args.map(({ value }) => String(value))) ?? [];
  return [owner, method, ...given].map((name) => name.toLowerCase());
}

/** They run on the Java runtimes too. */
const LANGUAGES_OF_THE_JVM: ReadonlyMap<string, string> = new Map([['.kt', 'Kotlin'], ['.scala', 'Scala'], ['.groovy', 'Groovy'], ['.clj', 'Clojure']]);

/** Where the class is one of another language. */
function inOtherLanguage(className: string, { folder, templateFolder }: HandlerQuery, { project }: CodeBase): string | undefined {
  const path = className.replaceAll('.', '/');
  const file = filesBelow(project.files, folder ?? templateFolder).find((name) => LANGUAGES_OF_THE_JVM.has(extname(name)) && name.includes(path));
  return file && `it is written in ${LANGUAGES_OF_THE_JVM.get(extname(file))} (${file}), for which there is no front-end`;
}

function candidateFiles({ project, program }: CodeBase, isOpen: (file: string) => boolean): readonly string[] {
  const bySubtype = [...ENTRY_TYPES.keys(), ...FUNCTION_TYPES.keys()].flatMap((id) => allSubtypes(program, id)).flatMap((id) => program.fileOfType(id) ?? []);
  const byText = project.files.filter((file) => file.endsWith('.java') && isOpen(file)
    && /com\.amazonaws\.services\.lambda\.runtime|java\.util\.function\.(?:Function|Consumer|Supplier|\*)[\s\S]*@Bean\b/.test(project.read(file) ?? ''));
  return [...new Set([...bySubtype.filter(isOpen), ...byText])].sort();
}

function signaturesIn(file: string, code: CodeBase): readonly EntrySignature[] {
  const index = code.program.index(file);
  return (index?.types ?? []).filter((type) => type.kind !== 'interface').flatMap((type) => signaturesOf(type, index!, code));
}

function signaturesOf(type: TypeDeclaration, index: ModuleIndex, code: CodeBase): readonly EntrySignature[] {
  if (type.isAbstract && allSubtypes(code.program, type.id).length > 0) return [];
  const ancestors = ancestorNames(code.program, type);
  const isBean = type.annotations.some((annotation) => /(?:^|\.)(?:Component|Service|Named)$/.test(annotation.name)) || isMadeByMethod(type, code);
  const known = [...ENTRY_TYPES, ...(isBean ? FUNCTION_TYPES : [])].find(([id]) => ancestors.has(id));
  const signature = (method: FunctionSignature, evidence: string): EntrySignature => ({
    entry: { file: index.file, symbol: `${nameInFile(type, index)}::${simpleName(method)}`, at: methodLocation(method, type, index.file, code) }, evidence,
  });
  if (known) {
    const [method] = preferContext(methodsNamed(code.program, type, known[1]), JAVA);
    return method ? [signature(method, `implements ${known[0].slice(known[0].lastIndexOf('.') + 1)}`)] : [];
  }
  const isHelper = isCollaborator(type, code, JAVA);
  return type.methods.flatMap((method) => {
    if (method.isConstructor || method.isAbstract || method.isPrivate) return [];
    if (isFunctionBean(method)) return [signature(method, `bean ${simpleName(method)} of a functional type`)];
    return !isHelper && isCallable(method, JAVA) && !isStaticHelper(method, type, code, JAVA) ? [signature(method, 'a method with a Lambda Context parameter')] : [];
  });
}

/** `@Bean AddOrder addOrder() { return new AddOrder(); }` */
function isMadeByMethod({ id }: TypeDeclaration, { program }: CodeBase): boolean {
  return program.bindings().some(({ service, provider }) => provider !== undefined && service === id);
}

/** `@Bean Function<In, Out> convert() { return in -> …; }` */
function isFunctionBean(method: FunctionSignature): boolean {
  return method.returns !== undefined && FUNCTION_TYPES.has(method.returns.name) && method.annotations.some((annotation) => /(?:^|\.)Bean$/.test(annotation.name));
}

/** A function bean is made once; what runs for each invocation is what its method returns. */
function resolveSymbol(file: string, symbol: string, code: CodeBase): EntryResolution {
  const resolution = resolveClassSymbol(file, symbol, code, JAVA);
  if (resolution.kind === 'missing') return resolution;
  const targets = resolution.targets.map((target) => {
    const fn = code.program.body(target.function);
    return fn && isFunctionBean(fn) ? { ...target, isMaker: true } : target;
  });
  return { ...resolution, targets };
}
