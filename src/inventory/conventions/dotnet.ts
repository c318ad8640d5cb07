/** C#: `Assembly::Namespace.Class::Method`, executable assemblies, methods with an `ILambdaContext`, and ASP.NET behind Lambda. */
import type { FunctionSignature, ModuleIndex, TypeDeclaration } from '../../ir/index.js';
import { filesBelow } from '../files/files-below.js';
import { findClass, findClassAround, isCallable, isWhole, preferContext, resolveClassSymbol, takesContext, type ClassLanguage, type FoundClass } from './class-symbols.js';
import { isCollaborator, isStaticHelper } from './collaborators.js';
import type { CodeBase, ConcurrencyClaims, Conventions, EntrySignature, HandlerAnswer, HandlerQuery } from './conventions.js';
import { allSubtypes, ancestorNames, locationOf, methodsNamed, nameInFile, publicMethods, simpleName } from './members.js';

const CLAIMS: ConcurrencyClaims = {
  confined: /^(?:Close|Dispose|DisposeAsync|Finalize)$/,
};
const DOTNET: ClassLanguage = { extension: '.cs', contextType: 'ILambdaContext', namespacesAreCapitalised: true, mayHaveMore: /\bpartial\b|^\s*#(?:if|elif)\b/m, claims: CLAIMS };
const BOOTSTRAP = /\b(?:LambdaBootstrapBuilder|LambdaBootstrap|AddAWSLambdaHosting|RunLambdaBootstrapAsync)\b/;
const HINT = /\bILambdaContext\b|\bLambdaFunction\b|\bLambdaBootstrap|\bAddAWSLambdaHosting\b|\bAmazon\.Lambda\.AspNetCoreServer\b/;
const ASPNET_BASE = /^Amazon\.Lambda\.AspNetCoreServer\.|(?:^|\.)(?:APIGatewayProxyFunction|APIGatewayHttpApiV2ProxyFunction|ApplicationLoadBalancerFunction)$/;
const GENERATED = /^(?<owner>.+)_(?<method>[^_.]+)_Generated$/;

export const dotnetConventions: Conventions = {
  language: 'dotnet',
  extensions: ['.cs'],
  manifest: /^[^/]+\.csproj$/,
  runtimes: /^dotnet/,
  webAdapters: [{ library: /^Amazon\.Lambda\.AspNetCoreServer\b/, call: /\bAddAWSLambdaHosting\b/, adapter: 'aspnet' }],
  routes: {
    hint: /\b(?:ApiController|ControllerBase|Controller|PageModel|HttpGet|HttpPost|HttpPut|HttpPatch|HttpDelete|Route)\b/,
    annotations: /(?:^|\.)(?:Http(?:Get|Post|Put|Patch|Delete|Head|Options)|Route)(?:Attribute)?$/,
    controllers: [
      { classes: /(?:^|\.)(?:ApiController(?:Attribute)?|ControllerBase|Controller)$/ },
      // Razor Pages: https://learn.microsoft.com/aspnet/core/razor-pages/
      { classes: /(?:^|\.)PageModel$/, methods: /^On(?:Get|Post|Put|Patch|Delete|Head|Options)/ },
    ],
    registrations: /^Map(?:Get|Post|Put|Patch|Delete|Methods)?$/,
    separator: '::',
  },
  claims: CLAIMS,
  signaturesAreCertain: true,
  findHandler,
  candidateFiles,
  signaturesIn,
  resolveSymbol: (file, symbol, code) => resolveClassSymbol(file, symbol, code, DOTNET),
};

function findHandler(query: HandlerQuery, code: CodeBase): HandlerAnswer {
  const [assembly = '', className, methodName] = query.handler.split('::');
  if (className === undefined) return executableAnswer(assembly, query, code);
  // Amazon.Lambda.Annotations generates a class for each annotated method.
  const generated = GENERATED.exec(className)?.groups;
  const owner = generated?.['owner'] ?? className;
  const method = generated?.['method'] ?? methodName ?? 'FunctionHandler';
  const found = findClass(owner, query.folder ?? query.templateFolder, code, DOTNET) ?? findClass(owner, query.templateFolder, code, DOTNET)
    ?? findClassAround(owner, query.templateFolder, code, DOTNET);
  if (!found) return { kind: 'missing', looked: `no class ${owner}` };
  return methodAnswer(found, generated ? '' : owner, method, code);
}

function methodAnswer(found: FoundClass, className: string, methodName: string, code: CodeBase): HandlerAnswer {
  const { file, type } = found;
  const name = nameInFile(type, code.program.index(file)!);
  const [method] = preferContext(methodsNamed(code.program, type, methodName), DOTNET);
  if (method) {
    const entry = { file, symbol: `${name}::${methodName}`, at: methodLocation(method, type, file, code) };
    return { kind: 'found', entries: [entry], evidence: `${entry.symbol} in ${file}` };
  }
  if (isAspNetFunction(type, code)) return { kind: 'found', entries: [aspNetFunction(type, code.program.index(file)!, code).entry], isLibraryMethod: true, webAdapter: 'aspnet', evidence: `${name} in ${file} puts an ASP.NET application behind Lambda` };
  return { kind: 'missing', ...(isWhole(found, className, code, DOTNET) ? { lacks: 'method' as const } : {}), looked: `${name} in ${file} has no method ${methodName}` };
}

function isAspNetFunction(type: TypeDeclaration, { program }: CodeBase): boolean {
  return [...ancestorNames(program, type)].some((ancestor) => ASPNET_BASE.test(ancestor));
}

function methodLocation(method: FunctionSignature, type: TypeDeclaration, file: string, code: CodeBase): EntrySignature['entry']['at'] {
  return locationOf(code, file, method.id.startsWith(`${file}#`) ? method.at : type.at);
}

/** An executable assembly starts the runtime client itself, in the file that builds its bootstrap. */
function executableAnswer(assembly: string, query: HandlerQuery, code: CodeBase): HandlerAnswer {
  const folder = query.folder ?? query.templateFolder;
  const files = filesBelow(code.project.files, folder).filter((file) => file.endsWith('.cs'));
  const starting = files.filter((file) => BOOTSTRAP.test(code.project.read(file) ?? ''));
  const candidates = starting.length > 0 ? starting : files.filter((file) => HINT.test(code.project.read(file) ?? ''));
  const entries = candidates.flatMap((file) => signaturesIn(file, code)).map(({ entry }) => entry);
  if (entries.length > 0) return { kind: 'found', entries, evidence: `the executable assembly ${assembly} starts in ${candidates.join(', ')}` };
  return { kind: 'missing', looked: `no file below ${folder || 'the root'} starts the Lambda runtime client for the executable assembly ${assembly}` };
}

function candidateFiles({ project, program }: CodeBase, isOpen: (file: string) => boolean): readonly string[] {
  const byText = project.files.filter((file) => file.endsWith('.cs') && isOpen(file) && HINT.test(project.read(file) ?? ''));
  const bases = byText.flatMap((file) => (program.index(file)?.types ?? []).filter((type) => type.isAbstract && type.methods.some((method) => takesContext(method, DOTNET))));
  const bySubtype = bases.flatMap((type) => allSubtypes(program, type.id)).flatMap((id) => program.fileOfType(id) ?? []).filter(isOpen);
  return [...new Set([...byText, ...bySubtype])].sort();
}

function signaturesIn(file: string, code: CodeBase): readonly EntrySignature[] {
  const index = code.program.index(file);
  const methods = (index?.types ?? []).filter((type) => type.kind !== 'interface').flatMap((type) => signaturesOf(type, index!, code));
  if (methods.length > 0 || !index || !BOOTSTRAP.test(code.project.read(file) ?? '')) return methods;
  return [{ entry: { file, symbol: '<main>' }, evidence: 'a program that starts the Lambda runtime client' }];
}

/** The library's own method serves each request and calls the routes. */
function aspNetFunction(type: TypeDeclaration, index: ModuleIndex, code: CodeBase): EntrySignature {
  return {
    entry: { file: index.file, symbol: `${nameInFile(type, index)}::FunctionHandlerAsync`, at: locationOf(code, index.file, type.at) },
    evidence: 'a class that puts an ASP.NET application behind Lambda',
  };
}

function signaturesOf(type: TypeDeclaration, index: ModuleIndex, code: CodeBase): readonly EntrySignature[] {
  if (type.isAbstract && allSubtypes(code.program, type.id).length > 0) return [];
  const methods = publicMethods(code.program, type);
  const annotated = methods.filter((method) => method.annotations.some((annotation) => /(?:^|\.)LambdaFunction(?:Attribute)?$/.test(annotation.name)));
  if (annotated.length === 0 && isAspNetFunction(type, code)) return [aspNetFunction(type, index, code)];
  if (annotated.length === 0 && isCollaborator(type, code, DOTNET)) return [];
  const chosen = annotated.length > 0 ? annotated : methods.filter((method) => isCallable(method, DOTNET) && !isStaticHelper(method, type, code, DOTNET));
  return chosen.map((method) => ({
    entry: { file: index.file, symbol: `${nameInFile(type, index)}::${simpleName(method)}`, at: methodLocation(method, type, index.file, code) },
    evidence: annotated.length > 0 ? 'a method with [LambdaFunction]' : 'a method with an ILambdaContext parameter',
  }));
}
