/** A function as a template declares it, before anything is looked for in the code. */
import type { Language } from '../../frontends/frontend.js';
import type { Location, Problem } from '../../ir/index.js';
import type { CapacityProvider, Database, DeclarationFormat, EntryReference, ManagedInstancesSettings, PlatformConflict, Setting, Trigger } from '../lambda-function.js';
import type { ProgramSource } from '../programs.js';

/** Where the template says that the code is. */
export type CodeSource =
  /** A folder, file or archive of the repository, relative to the template's folder, as written. */
  | { readonly kind: 'local'; readonly path: string; readonly from?: Location }
  | { readonly kind: 'inline'; readonly from: Location }
  | { readonly kind: 'image'; readonly dockerfile?: string; readonly context?: string; readonly command?: string }
  /** Not in the repository (a bucket), or not said. */
  | { readonly kind: 'elsewhere' };

/** What a handler that belongs to a library calls in the repository. Each is named as a handler is: `api.app`. */
export interface BehindLibrary {
  readonly adapter: string;
  /** A web application: its routes are the entries. */
  readonly application?: string;
  readonly handlers: readonly string[];
}

/** The types of resource that are functions, and the format whose properties they have. */
export const FUNCTION_TYPES: ReadonlyMap<string, 'SAM' | 'CloudFormation'> = new Map([
  ['AWS::Serverless::Function', 'SAM'],
  ['AWS::Lambda::Function', 'CloudFormation'],
]);

export interface DeclaredFunction {
  /** The template, or the source file of the construct. */
  readonly template: string;
  readonly logicalId: string;
  readonly format: DeclarationFormat;
  readonly at: Location;
  readonly name: string;
  readonly runtime?: Setting<string>;
  readonly handler?: Setting<string>;
  readonly packageType?: Setting<'Zip' | 'Image'>;
  readonly code: CodeSource;
  /** The function itself, where the program that declares it holds it too. */
  readonly entry?: EntryReference;
  /** The language of the code, where the format leaves no choice. */
  readonly language?: Language;
  readonly behindLibrary?: BehindLibrary;
  /** A tool falls back on it: it declares nothing where another declaration has the same entries. */
  readonly isFallback?: boolean;
  readonly memory?: Setting<number>;
  readonly timeout?: Setting<number>;
  readonly ephemeralStorage?: Setting<number>;
  readonly architecture?: Setting<string>;
  readonly environment: ReadonlyMap<string, Setting<string | undefined>>;
  readonly layers: readonly Setting<string>[];
  readonly managedInstances?: ManagedInstancesSettings;
  readonly conflicts: readonly Setting<PlatformConflict>[];
  readonly triggers: readonly Trigger[];
  readonly publishes?: Setting<string>;
  readonly failureDestination?: Setting<string>;
  readonly databases?: readonly Database[];
  readonly acceleratorMemory?: Setting<number>;
  /** SAM's `Metadata.BuildMethod`: `esbuild`, `makefile`, `dotnet8`. */
  readonly buildMethod?: string;
  /** Sources that esbuild bundles (`Metadata.BuildProperties.EntryPoints`). */
  readonly entryPoints: readonly string[];
  /** The construct that a CDK template was made from: `Stack/Orders/Resource`. */
  readonly construct?: string;
  /** Where else the same function is declared: `CDK construct in lib/stack.ts (Orders)`. */
  readonly alsoDeclared?: readonly string[];
  /** `Property: reason` for each value that is not literal. */
  readonly unknown: readonly string[];
}

/** A folder whose functions run somewhere else than on Lambda, or on a Lambda that is another's: `Netlify`, `openwhisk`. */
export interface OtherPlatform {
  readonly folder: string;
  readonly name: string;
}

/** What the declarations of one kind say. */
export interface Declarations {
  /** Files that were read as declarations, sorted. */
  readonly files: readonly string[];
  readonly functions: readonly DeclaredFunction[];
  readonly capacityProviders: readonly CapacityProvider[];
  readonly otherPlatforms?: readonly OtherPlatform[];
  readonly problems: readonly Problem[];
}

/** Reads declarations of one kind: a template language, the configuration of a tool, scripts. Never throws, executes nothing. */
export interface DeclarationReader {
  /** Whether `file` may hold declarations, by its name and folder alone. */
  readonly mayDeclare: (file: string) => boolean;
  /** Code that it declares often lies beside its folder, and not in it. */
  readonly reachesBeside?: boolean;
  /**
   * Reads `files`, all of which may declare, and other files that they lead to. When people have named the files, it is a problem that one
   * cannot be read or declares nothing; otherwise a file that is no declaration is passed over.
   */
  readonly read: (files: readonly string[], source: ProgramSource, isNamed: boolean) => Declarations;
}
