/** A function of a template, found in the code: its language, entries, web adapter and the evidence for them. */
import type { Language } from '../frontends/frontend.js';
import { isAbsent } from './absent-handler.js';
import { codeAreaOf, isArchive, type CodeArea } from './code-area.js';
import { CONVENTIONS, type CodeBase, type Conventions, type HandlerAnswer } from './conventions/index.js';
import { isBelow, joinPath, packageFolderOf } from './files/files-below.js';
import type { DeclarationFormat, EntryReference, LambdaFunction, Setting } from './lambda-function.js';
import { otherLanguageIn } from './other-languages.js';
import { ALL_CONVENTIONS, codeBaseOf, languageOfFile, type ProgramSource } from './programs.js';
import { routesBehind } from './routes.js';
import type { DeclaredFunction } from './templates/declared-function.js';
import { runtimeOfImage } from './templates/dockerfile.js';
import { adapterOf, LAMBDA_WEB_ADAPTER, startCommandOf, usesLambdaWebAdapter } from './web-adapters.js';

/** A declared function together with the place of its code, which then needs no signatures. */
export interface LocatedFunction {
  readonly function: LambdaFunction;
  readonly area: CodeArea;
  /** It speaks for all that is in its folder, not only for its own entries. */
  readonly coversFolder: boolean;
  /** What its entries were built into: no function of its own. */
  readonly output?: string;
}

/** What names entries rather than folders: other functions lie beside them. A callback lies in the program that declares it. */
const SHARING: ReadonlySet<DeclarationFormat> = new Set(['CDK', 'SST', 'Amplify']);
/** Runtimes of Lambda that have no front-end here. Anything else that is no runtime is a placeholder. */
const OTHER_RUNTIMES = /^(?:provided|go|ruby|rust|haskell|php)/;

/** Where a handler is looked for, in one language. */
interface Search {
  readonly declared: DeclaredFunction;
  readonly fn: LambdaFunction;
  readonly area: CodeArea;
  readonly conventions: Conventions;
  readonly code: CodeBase;
}

/** What was found in the code, to be added to what the template says. */
interface Found {
  readonly language?: Language;
  readonly entries?: readonly EntryReference[];
  readonly evidence?: readonly string[];
  readonly webAdapter?: string;
  readonly receivedBy?: string;
  readonly notAnalysed?: LambdaFunction['notAnalysed'];
  readonly output?: string;
}

/** What stands before the file in the evidence. */
const DECLARED_IN: Readonly<Record<DeclarationFormat, string>> = {
  'SAM': 'SAM template', 'CloudFormation': 'CloudFormation template', 'CDK': 'CDK construct in', 'Serverless Framework': 'Serverless Framework service', 'Terraform': 'Terraform resource in',
  'Chalice': 'Chalice application', 'SST': 'SST component in', 'Architect': 'Architect application', 'Amplify': 'Amplify function in', 'Pulumi': 'Pulumi resource in', 'Zappa': 'Zappa settings',
  '.NET tools': '.NET deployment settings', 'AWS CLI': 'AWS CLI call in',
};

/** Looks for the code of each function. What a tool only falls back on is left out where another declaration speaks for the same folder. */
export function locateFunctions(declared: readonly DeclaredFunction[], source: ProgramSource): readonly LocatedFunction[] {
  const located = declared.map((each) => ({ located: locateFunction(each, source), isFallback: each.isFallback === true }));
  const certain = located.filter(({ isFallback }) => !isFallback).map((each) => each.located);
  const isSpokenFor = ({ area: { folder = '' } }: LocatedFunction): boolean =>
    certain.some(({ area, function: fn }) => area.folder === folder || fn.entries.some(({ file }) => isBelow(file, folder)));
  return located.flatMap((each) => (each.isFallback && isSpokenFor(each.located) ? [] : [each.located]));
}

/** Looks for the code of `declared`. */
function locateFunction(declared: DeclaredFunction, source: ProgramSource): LocatedFunction {
  const area = codeAreaOf(declared, source.project);
  const described = describe(declared, area);
  const { output, ...found } = findCode(declared, described, area, source);
  return {
    area, output,
    coversFolder: !SHARING.has(declared.format) && declared.construct === undefined && declared.entry === undefined,
    function: { ...described, ...found, entries: found.entries ?? [], evidence: [...described.evidence, ...(found.evidence ?? [])] },
  };
}

function describe(declared: DeclaredFunction, area: CodeArea): LambdaFunction {
  const { template, logicalId, format, code, entry: _entry, buildMethod: _build, entryPoints: _entryPoints, construct: _construct, alsoDeclared = [], behindLibrary: _behind, isFallback: _fallback, ...settings } = declared;
  const image = area.dockerfile?.baseImage;
  const runtimeFromImage = image && runtimeOfImage(image.name);
  return {
    ...settings,
    id: `${template}#${logicalId}`,
    declaredAs: format,
    language: undefined,
    runtime: declared.runtime ?? (runtimeFromImage === undefined ? undefined : { value: runtimeFromImage, from: image?.at }),
    handler: declared.handler ?? handlerOfImage(declared, area),
    baseImage: image && { value: image.name, from: image.at },
    copiedImages: area.dockerfile?.copiedFrom.map(({ name, at }) => ({ value: name, from: at })),
    ...(area.dockerfile?.startsSeveral ? { startsSeveral: { value: area.dockerfile.startsSeveral.name, from: area.dockerfile.startsSeveral.at } } : {}),
    codeFolder: area.folder === undefined ? undefined : { value: area.folder, from: code.kind === 'local' ? code.from : undefined },
    environment: new Map([...environmentOfImage(area), ...declared.environment]),
    entries: [],
    evidence: [`${DECLARED_IN[format]} ${template} (${logicalId})`, ...alsoDeclared],
  };
}

/** In Lambda's base images the command is the handler. */
function handlerOfImage({ code }: DeclaredFunction, { dockerfile }: CodeArea): Setting<string> | undefined {
  const command = code.kind === 'image' ? (code.command ?? dockerfile?.command.at(-1)) : undefined;
  const isHandler = command !== undefined && dockerfile?.baseImage !== undefined && runtimeOfImage(dockerfile.baseImage.name) !== undefined;
  return isHandler || (code.kind === 'image' && code.command !== undefined) ? { value: command! } : undefined;
}

function environmentOfImage({ dockerfile }: CodeArea): readonly (readonly [string, Setting<string>])[] {
  return [...(dockerfile?.environment ?? [])].map(([name, { value, at }]) => [name, { value, from: at }]);
}

function findCode(declared: DeclaredFunction, fn: LambdaFunction, area: CodeArea, source: ProgramSource): Found {
  if (declared.entry) return { language: languageOfFile(declared.entry.file), entries: [declared.entry], evidence: [`callback in ${declared.entry.file}`] };
  if (declared.code.kind === 'inline' && area.folder === undefined) {
    return { language: languageOfRuntime(fn)?.language, notAnalysed: { kind: 'no-code', reason: 'its code is written inside the template, in a form that is not read' } };
  }
  // A construct whose code is not known may be any file: none is guessed.
  const unknownCode = fn.unknown.find((note) => /^(?:code|Handler):/.test(note));
  if (declared.code.kind === 'elsewhere' && (declared.format === 'CDK' || unknownCode?.startsWith('code:'))) {
    const reason = unknownCode ?? 'its code is not in the repository';
    return { language: languageOfRuntime(fn)?.language, notAnalysed: { kind: 'no-code', reason } };
  }
  if (usesLambdaWebAdapter(fn) || area.dockerfile?.hasWebAdapter) return findServer(fn, area, source);
  const conventions = languageOfRuntime(fn) ?? languageOfBuild(declared);
  if (!conventions && fn.runtime && OTHER_RUNTIMES.test(fn.runtime.value)) {
    const other = otherLanguageIn(area.folder, declared.buildMethod, source.project);
    return { notAnalysed: { kind: 'unsupported-runtime', reason: other === undefined ? `there is no front-end for the runtime ${fn.runtime.value}` : `it is written in ${other}, for which there is no front-end` } };
  }
  if (!fn.handler) return withoutHandler(declared, fn, conventions);
  const candidates = conventions ? [conventions] : guessLanguages(fn.handler.value);
  let missing: Found | undefined;
  for (const candidate of candidates) {
    const code = codeBaseOf(source, candidate.language);
    if (!code) continue;
    const found = (declared.behindLibrary ? findBehindLibrary : findHandler)({ declared, fn, area, conventions: candidate, code });
    if (!found.notAnalysed) return found;
    missing ??= found;
  }
  return missing ?? { language: conventions?.language, notAnalysed: { kind: 'no-code', reason: 'there is no front-end for its language' } };
}

function languageOfRuntime({ runtime }: LambdaFunction): Conventions | undefined {
  return runtime && ALL_CONVENTIONS.find(({ runtimes }) => runtimes.test(runtime.value));
}

/** Custom runtimes run .NET programs that were compiled ahead of time. */
function languageOfBuild({ buildMethod, language }: DeclaredFunction): Conventions | undefined {
  if (language !== undefined) return CONVENTIONS[language];
  return buildMethod === undefined ? undefined : ALL_CONVENTIONS.find(({ runtimes }) => runtimes.test(buildMethod));
}

/** `com.acme.Orders`: Java leaves out the method of a handler that implements Lambda's interface. */
const CLASS_IN_PACKAGE = /^(?:[a-z]\w*\.){2,}[A-Z]\w*$/;

/** Without a runtime the form of the handler tells the language, or leaves two to try. */
function guessLanguages(handler: string): readonly Conventions[] {
  const parts = handler.split('::').length;
  if (parts === 3) return [CONVENTIONS.dotnet];
  if (parts === 2) return [CONVENTIONS.java];
  return [...(CLASS_IN_PACKAGE.test(handler) ? [CONVENTIONS.java] : []), CONVENTIONS.node, CONVENTIONS.python];
}

function withoutHandler({ code }: DeclaredFunction, fn: LambdaFunction, conventions: Conventions | undefined): Found {
  const language = conventions?.language;
  if (code.kind === 'image') return { language, notAnalysed: { kind: 'image', reason: 'neither the template nor a Dockerfile says which handler its image runs' } };
  const unknown = fn.unknown.find((note) => /^(?:--)?handler:/i.test(note));
  return { language, notAnalysed: { kind: 'handler-not-found', reason: unknown ? `its handler is not known (${unknown})` : 'the template gives it no handler' } };
}

/** The routes of the application and the functions that a library's handler calls. */
function findBehindLibrary(search: Search): Found {
  const { declared, area, conventions, code } = search;
  const { adapter, application, handlers } = declared.behindLibrary!;
  const { language } = conventions;
  const served = application === undefined ? undefined : answerFor(application, search);
  const answers = [...(served ? [served] : []), ...handlers.map((handler) => answerFor(handler, search))];
  const routes = served?.kind === 'found' ? served.entries.flatMap(({ file }) => routesBehind({ conventions, code, file, folder: area.folder ?? area.templateFolder })) : [];
  const called = answers.flatMap((answer) => (answer.kind === 'found' && !(answer === served && routes.length > 0) ? answer.entries : []));
  const missing = answers.find((answer) => answer.kind === 'missing');
  const entries = distinct([...called, ...routes]);
  if (entries.length === 0) return { language, webAdapter: adapter, notAnalysed: { kind: 'handler-not-found', reason: missing?.looked ?? `none of its routes were found below ${area.folder || 'the root'}` } };
  return { language, webAdapter: adapter, entries, evidence: adapterEvidence(adapter, application === undefined ? entries.length : routes.length) };
}

function answerFor(handler: string, { declared, fn, area, conventions, code }: Search): HandlerAnswer {
  return conventions.findHandler({
    handler, folder: area.folder, deployed: area.deployed,
    // Code beside a construct is infrastructure, not what it deploys.
    templateFolder: declared.format === 'CDK' ? area.folder ?? area.templateFolder : area.templateFolder,
    entryPoints: declared.entryPoints, isBuilt: area.isBuilt, environment: new Map([...fn.environment].map(([name, { value }]) => [name, value])),
  }, code);
}

function findHandler(search: Search): Found {
  const { declared, fn, area, conventions, code } = search;
  const answer = answerFor(fn.handler?.value ?? '', search);
  const { language } = conventions;
  if (answer.kind === 'missing') {
    const isCertain = isAbsent(answer, { declared, area, conventions, project: code.project });
    return { language, notAnalysed: { kind: 'handler-not-found', reason: `${answer.looked}${answer.lacks === 'file' ? besideCode(declared) : ''}`, ...(isCertain ? { isCertain } : {}) } };
  }
  const [entryFile] = answer.entries.map((entry) => entry.file);
  const webAdapter = answer.webAdapter ?? (entryFile === undefined ? undefined : adapterOf(entryFile, conventions, code));
  const routes = webAdapter === undefined ? [] : routesBehind({ conventions, code, file: entryFile ?? '', folder: routesFolder(entryFile, search) });
  const entries = distinct([...answer.entries, ...routes]);
  if (entries.length === 0 || (answer.isLibraryMethod && routes.length === 0)) return { language, webAdapter, notAnalysed: { kind: 'handler-not-found', reason: `${answer.evidence}, but none of its routes were found` } };
  return {
    language, webAdapter, entries, output: answer.output, ...(answer.receivedBy === undefined ? {} : { receivedBy: answer.receivedBy }),
    evidence: [...new Set([`handler ${answer.evidence}`, ...signatureEvidence(answer.entries, conventions, code), ...adapterEvidence(webAdapter, routes.length)])],
  };
}

/** Why what was looked for may lie elsewhere. */
function besideCode({ code }: DeclaredFunction): string {
  switch (code.kind) {
    case 'local': return isArchive(code.path) ? ` in the sources: its code is the archive ${code.path}, which is not read` : '';
    case 'elsewhere': return ' beside the template: its code is not in the repository, or nothing says where';
    case 'inline': case 'image': return '';
  }
}

/** The routes lie where the entry does, which may be elsewhere than the output that is deployed. */
function routesFolder(entryFile: string | undefined, { area, conventions, code }: Search): string {
  const folder = area.folder ?? area.templateFolder;
  return entryFile === undefined || isBelow(entryFile, folder) ? folder : packageFolderOf(entryFile, code.project.files, conventions.manifest);
}

/** What the code itself says about the declared entries. */
function signatureEvidence(entries: readonly EntryReference[], conventions: Conventions, code: CodeBase): readonly string[] {
  const declared = new Set(entries.map((entry) => `${entry.file}#${entry.symbol}`));
  const files = [...new Set(entries.map((entry) => entry.file))];
  return files.flatMap((file) => conventions.signaturesIn(file, code)).filter(({ entry }) => declared.has(`${entry.file}#${entry.symbol}`)).map(({ evidence }) => evidence);
}

function adapterEvidence(adapter: string | undefined, routes: number): readonly string[] {
  return adapter === undefined ? [] : [`web adapter ${adapter} with ${routes} ${routes === 1 ? 'route' : 'routes'}`];
}

/** Behind the Lambda Web Adapter an ordinary web server runs: its routes are the entries. */
function findServer(fn: LambdaFunction, area: CodeArea, source: ProgramSource): Found {
  const webAdapter = LAMBDA_WEB_ADAPTER;
  const { project } = source;
  const folder = area.folder ?? area.templateFolder;
  const script = joinPath(folder, fn.handler?.value ?? 'run.sh');
  const command = startCommandOf((script === undefined ? undefined : project.read(script)) ?? area.dockerfile?.command.join(' ') ?? '');
  const path = command?.kind === 'module' ? `${command.module.replaceAll('.', '/')}.py` : command?.path;
  const file = path === undefined ? undefined : [joinPath(folder, path), joinPath(folder, `app/${path}`)].find((name) => name !== undefined && project.has(name));
  const language = (file === undefined ? undefined : languageOfFile(file)) ?? languageOfRuntime(fn)?.language;
  const code = language && codeBaseOf(source, language);
  if (file !== undefined && !code) return { language, webAdapter, notAnalysed: { kind: 'no-code', reason: 'there is no front-end for its language' } };
  if (file === undefined || !language || !code) {
    return { language, webAdapter, notAnalysed: { kind: 'handler-not-found', reason: `the web server that ${fn.handler?.value ?? 'the image'} starts was not found below ${folder || 'the root'}` } };
  }
  const routes = routesBehind({ conventions: CONVENTIONS[language], code, file, folder });
  const start: EntryReference = { file, symbol: '<main>' };
  return { language, webAdapter, entries: routes.length > 0 ? routes : [start], evidence: [`web server started from ${file}`, ...adapterEvidence(webAdapter, routes.length)] };
}

function distinct(entries: readonly EntryReference[]): readonly EntryReference[] {
  return [...new Map(entries.toReversed().map((entry) => [`${entry.file}#${entry.symbol}`, entry])).values()].reverse();
}
