/**
 * What the inventory asks of a language: which file and symbol a handler string means, which declarations look like entry
 * points, and which functions a symbol names. Implementations know a language's habits, never its grammar: all they see of
 * code is the declaration index of a front-end.
 */
import type { Language, SourceProject } from '../../frontends/frontend.js';
import type { FunctionId, Program, TypeId } from '../../ir/index.js';
import type { EntryReference } from '../lambda-function.js';

/** A function that runs for each invocation; has the form of the analysis' entry points. */
export interface EntryTarget {
  readonly function: FunctionId;
  /** The class whose one instance serves all invocations. */
  readonly receiver?: TypeId;
  /** The program's own start: it runs once, before the invocations, which call what it hands to the platform. */
  readonly startsProgram?: boolean;
  /** The entry is what this exported value turns out to be once the module has run; `function` is then the module's top-level code. */
  readonly value?: { readonly module: string; readonly symbol: string };
  /** The function runs once, at init; what it returns runs for each invocation. */
  readonly isMaker?: boolean;
}

export type EntryResolution =
  | {
      readonly kind: 'found'; readonly targets: readonly EntryTarget[];
      /** The symbol names no function: all methods of a class, or all that a file has. */
      readonly whole?: 'class' | 'file';
    }
  | { readonly kind: 'missing'; readonly candidates: readonly string[] };

/** The files of the repository and one language's view of them. */
export interface CodeBase {
  readonly project: SourceProject;
  readonly program: Program;
}

/** A declared handler, and where its code may be. */
export interface HandlerQuery {
  readonly handler: string;
  /** Folder of the code; nothing when the template does not lead to one in the repository. */
  readonly folder: string | undefined;
  /** The folder that is deployed, where it is output that is not in the repository. */
  readonly deployed?: string | undefined;
  /** Below this folder the code is looked for when it is not where the template says. */
  readonly templateFolder: string;
  /** Sources that a bundler makes the handler's file from. */
  readonly entryPoints: readonly string[];
  /** The code goes through a build step: sources may lie elsewhere than what is deployed. */
  readonly isBuilt: boolean;
  readonly environment: ReadonlyMap<string, string | undefined>;
}

export type HandlerAnswer =
  | {
      readonly kind: 'found'; readonly entries: readonly EntryReference[]; readonly evidence: string; readonly webAdapter?: string;
      /** The entry's method is inherited from a library: only the routes that it calls can be audited. */
      readonly isLibraryMethod?: boolean;
      /** The class outside of the repository that receives the invocations and calls the entries. */
      readonly receivedBy?: string;
      /** The file that is deployed, when it was made from the entry's. */
      readonly output?: string;
    }
  /**
   * `looked` says which file or symbol was looked for. `lacks` is set where that is all there is to it: no such file is in the folder, or the file is
   * exactly where the handler says and surely does not have the symbol, or the one class of that name surely has no such method, however it is built.
   */
  | { readonly kind: 'missing'; readonly looked: string; readonly lacks?: 'file' | 'symbol' | 'method' };

/** A declaration that looks like an entry point. */
export interface EntrySignature {
  readonly entry: EntryReference;
  /** `exported handler`, `implements RequestHandler`. */
  readonly evidence: string;
}

/** A library that puts a whole web application behind one handler. */
export interface WebAdapterLibrary {
  readonly library: RegExp;
  /** A call that uses it where the file need not import it. */
  readonly call?: RegExp;
  readonly adapter: string;
}

/** How web applications name the functions that serve requests. */
export interface RouteHabits {
  /** Files that may hold annotated routes, by their text. */
  readonly hint: RegExp;
  /** Annotations of functions and methods that serve requests. */
  readonly annotations: RegExp;
  /** Annotations and base classes of classes whose public methods serve requests, annotated or not: all of them, or those that are called so. */
  readonly controllers?: readonly { readonly classes: RegExp; readonly methods?: RegExp }[];
  /** Methods of an application object that take a path and the functions that serve it. */
  readonly registrations?: RegExp;
  /** Between class and method in a symbol. */
  readonly separator: '.' | '::';
}

/** What code says about the threads that may use its classes, and how methods are known that one thread alone calls. */
export interface ConcurrencyClaims {
  /** Annotations of classes that are safe for concurrent use, where the language's libraries have some. */
  readonly safe?: RegExp;
  /** Annotations of classes that are not. */
  readonly unsafe?: RegExp;
  /** Names and annotations of methods that begin or end an object's life, or that only tests call. */
  readonly confined: RegExp;
}

export interface Conventions {
  readonly language: Language;
  readonly extensions: readonly string[];
  /** The file that says where a package of the language begins, without its folder. */
  readonly manifest: RegExp;
  /** Lambda's identifiers of the runtimes. */
  readonly runtimes: RegExp;
  /** Files that run as they are written, where code need not be compiled. */
  readonly interpreted?: RegExp;
  readonly webAdapters: readonly WebAdapterLibrary[];
  readonly routes: RouteHabits;
  readonly claims: ConcurrencyClaims;
  findHandler(query: HandlerQuery, code: CodeBase): HandlerAnswer;
  /** Files that may hold signatures, judged without parsing as far as possible; `isOpen` tells the files to consider. */
  candidateFiles(code: CodeBase, isOpen: (file: string) => boolean): readonly string[];
  /** The signatures in one file. */
  signaturesIn(file: string, code: CodeBase): readonly EntrySignature[];
  /** A signature is as good as a declaration: what has it is an entry point, and nothing else looks like it. */
  readonly signaturesAreCertain: boolean;
  /** The functions that `symbol` of `file` names; `*` is everything in the file. */
  resolveSymbol(file: string, symbol: string, code: CodeBase): EntryResolution;
}

