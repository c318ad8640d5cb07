/** What the inventory finds: Lambda functions with their runtime, code and settings, and the evidence for each value. */
import type { Location } from '../ir/index.js';
import type { Language } from '../frontends/frontend.js';

/** A value with the template position it came from; no position for defaults and for what code says. */
export interface Setting<T> {
  readonly value: T;
  readonly from?: Location;
}

/** Settings of Lambda Managed Instances. A function that has them is an LMI function, any other a candidate. */
export interface ManagedInstancesSettings {
  readonly capacityProvider?: Setting<string>;
  /** GiB per vCPU. */
  readonly memoryPerVcpu?: Setting<number>;
  readonly maxConcurrency?: Setting<number>;
  readonly minEnvironments?: Setting<number>;
  readonly maxEnvironments?: Setting<number>;
}

/** A feature that excludes managed instances. */
export type PlatformConflict = 'provisioned-concurrency' | 'snap-start' | 'vpc-config' | 'text-logs';

/** Where a function's code begins: symbol as in the language (`handler`, `Class.method`, `Class::method`, `<main>`). */
export interface EntryReference {
  readonly file: string;
  readonly symbol: string;
  readonly at?: Location;
}

/** Why a class that is no function is audited as if its methods overlapped on one object: `the class is annotated @ThreadSafe`. */
export interface ClaimedSafe {
  readonly because: string;
}

export interface LambdaFunction {
  /** Unique in the repository and stable: logical id with template, else `file#symbol`. */
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  readonly language: Language | undefined;
  /** Lambda's identifier: `nodejs22.x`. Absent when no template says it. */
  readonly runtime?: Setting<string>;
  readonly handler?: Setting<string>;
  readonly packageType?: Setting<'Zip' | 'Image'>;
  /** Base image of the container, as its Dockerfile names it. */
  readonly baseImage?: Setting<string>;
  /** Images that its Dockerfile copies files from, in their versions. */
  readonly copiedImages?: readonly Setting<string>[];
  /** Folder of the code, relative to the root. */
  readonly codeFolder?: Setting<string>;
  /** MB. */
  readonly memory?: Setting<number>;
  /** Seconds. */
  readonly timeout?: Setting<number>;
  /** MB of /tmp. */
  readonly ephemeralStorage?: Setting<number>;
  readonly architecture?: Setting<string>;
  readonly environment: ReadonlyMap<string, Setting<string | undefined>>;
  readonly layers: readonly Setting<string>[];
  readonly managedInstances?: ManagedInstancesSettings;
  /** Features in use that exclude managed instances, sorted. */
  readonly conflicts?: readonly Setting<PlatformConflict>[];
  /** The resource in the template, or the declaration in the code. */
  readonly at?: Location;
  /** Handler and, behind a web adapter, the routes: all may overlap with each other. Empty when none could be read. */
  readonly entries: readonly EntryReference[];
  /** One sentence per piece of evidence: `SAM template template.yaml (Orders)`, `exported handler`. */
  readonly evidence: readonly string[];
  /** A web adapter that serves all requests of an environment from one process. */
  readonly webAdapter?: string;
  /** It is no function but a class, or a file of them, that other code may call from several threads. */
  readonly claimedSafe?: ClaimedSafe;
  /** Why it is not analysed, when it is not: unsupported runtime, image without readable code, handler not found … */
  readonly notAnalysed?: { readonly reason: string; readonly kind: 'unsupported-runtime' | 'handler-not-found' | 'no-code' | 'image' };
  /** Values of the template that are not literal, with the reason they stay unknown. */
  readonly unknown: readonly string[];
}

/** Everything the inventory saw. */
export interface Inventory {
  /** Sorted by id; classes that are said to be safe for concurrent use (`claimedSafe`) come last. */
  readonly functions: readonly LambdaFunction[];
  /** Templates read, sorted. */
  readonly templates: readonly string[];
  /** Files passed over (ignored, vendored, tests, build output) by reason. */
  readonly passedOver: ReadonlyMap<string, number>;
  readonly problems: readonly import('../ir/index.js').Problem[];
}
