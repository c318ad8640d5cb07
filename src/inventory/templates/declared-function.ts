/** A function as a template declares it, before anything is looked for in the code. */
import type { Location } from '../../ir/index.js';
import type { ManagedInstancesSettings, PlatformConflict, Setting } from '../lambda-function.js';

/** Where the template says that the code is. */
export type CodeSource =
  /** A folder, file or archive of the repository, relative to the template's folder, as written. */
  | { readonly kind: 'local'; readonly path: string; readonly from?: Location }
  | { readonly kind: 'inline'; readonly from: Location }
  | { readonly kind: 'image'; readonly dockerfile?: string; readonly context?: string; readonly command?: string }
  /** Not in the repository (a bucket), or not said. */
  | { readonly kind: 'elsewhere' };

/** The types of resource that are functions, and the format whose properties they have. */
export const FUNCTION_TYPES: ReadonlyMap<string, Exclude<DeclaredFunction['format'], 'CDK'>> = new Map([
  ['AWS::Serverless::Function', 'SAM'],
  ['AWS::Lambda::Function', 'CloudFormation'],
]);

export interface DeclaredFunction {
  /** The template, or the source file of the construct. */
  readonly template: string;
  readonly logicalId: string;
  readonly format: 'SAM' | 'CloudFormation' | 'CDK';
  readonly at: Location;
  readonly name: string;
  readonly runtime?: Setting<string>;
  readonly handler?: Setting<string>;
  readonly packageType?: Setting<'Zip' | 'Image'>;
  readonly code: CodeSource;
  readonly memory?: Setting<number>;
  readonly timeout?: Setting<number>;
  readonly ephemeralStorage?: Setting<number>;
  readonly architecture?: Setting<string>;
  readonly environment: ReadonlyMap<string, Setting<string | undefined>>;
  readonly layers: readonly Setting<string>[];
  readonly managedInstances?: ManagedInstancesSettings;
  readonly conflicts: readonly Setting<PlatformConflict>[];
  /** SAM's `Metadata.BuildMethod`: `esbuild`, `makefile`, `dotnet8`. */
  readonly buildMethod?: string;
  /** Sources that esbuild bundles (`Metadata.BuildProperties.EntryPoints`). */
  readonly entryPoints: readonly string[];
  /** The construct that a CDK template was made from: `Stack/Orders/Resource`. */
  readonly construct?: string;
  /** `Property: reason` for each value that is not literal. */
  readonly unknown: readonly string[];
}
