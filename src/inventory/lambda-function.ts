/** What the inventory finds: Lambda functions with their runtime, code and settings, and the evidence for each value. */
import type { Location } from '../ir/index.js';
import type { Language } from '../frontends/frontend.js';

/** A value with the template position it came from; no position for defaults and for what code says. */
export interface Setting<T> {
  readonly value: T;
  readonly from?: Location;
}

/** What runs environments of functions: the machines that it may use, and the network that they are in. */
export interface CapacityProvider {
  /** As its template calls it: logical id, resource address, name. */
  readonly name: string;
  readonly at: Location;
  /** Default: x86_64. */
  readonly architecture?: Setting<string>;
  /** EC2 instance types that it may use, or those that it may not; patterns like `m7g.*` are possible. */
  readonly allowedTypes?: Setting<readonly string[]>;
  readonly excludedTypes?: Setting<readonly string[]>;
  readonly maxVcpus?: Setting<number>;
  /** As far as they are written down: ids, or what they are taken from. */
  readonly subnets?: Setting<readonly string[]>;
  readonly operatorRole?: Setting<string>;
  /** `Property: reason` for each value that is not literal. */
  readonly unknown: readonly string[];
}

/** Settings of Lambda Managed Instances. A function that has them is an LMI function, any other a candidate. */
export interface ManagedInstancesSettings {
  /** Where the settings stand. */
  readonly at?: Location;
  readonly capacityProvider?: Setting<string>;
  /** The provider itself, where a file of the repository declares it. */
  readonly provider?: CapacityProvider;
  /** GiB per vCPU. */
  readonly memoryPerVcpu?: Setting<number>;
  readonly maxConcurrency?: Setting<number>;
  readonly minEnvironments?: Setting<number>;
  readonly maxEnvironments?: Setting<number>;
}

/** A relational database that a template declares. */
export interface Database {
  /** As its template calls it. */
  readonly name: string;
  readonly engine?: Setting<string>;
  /** `db.t4g.micro`; of a cluster that of its instances, when all have the same. */
  readonly instanceClass?: Setting<string>;
  /** Aurora capacity units that a cluster of class `db.serverless` grows to. */
  readonly maxCapacity?: Setting<number>;
  /** As its parameters say, where they are declared in the repository. */
  readonly maxConnections?: Setting<number>;
  /** Nothing else decides about its connections: no parameters are chosen for it, or only others. */
  readonly hasDefaultParameters: boolean;
}

/** A feature that excludes managed instances, or settings for them that are written as another template language writes them. */
export type PlatformConflict = 'provisioned-concurrency' | 'snap-start' | 'vpc-config' | 'text-logs' | 'file-system' | 'foreign-settings';

/** The language or tool that declares a function. */
export type DeclarationFormat =
  | 'SAM' | 'CloudFormation' | 'CDK' | 'Serverless Framework' | 'Terraform' | 'Chalice' | 'SST' | 'Architect' | 'Amplify' | 'Pulumi' | 'Zappa' | '.NET tools' | 'AWS CLI';

/** What calls a function. `other` is a service whose name stands in the trigger. */
export type TriggerKind =
  | 'http' | 'websocket' | 'function-url' | 'load-balancer' | 'schedule' | 'sqs' | 'kinesis' | 'dynamodb' | 'kafka' | 'mq' | 'documentdb'
  | 's3' | 'sns' | 'events' | 'logs' | 'iot' | 'cognito' | 'alexa' | 'edge' | 'other';

/** An event source of a function, as a template declares it. */
export interface Trigger {
  readonly kind: TriggerKind;
  /** As the template calls it. */
  readonly name: string;
  readonly at?: Location;
  /** `rate(5 minutes)`, `cron(0 8 * * ? *)` */
  readonly schedule?: Setting<string>;
  /** Seconds for which a message stays hidden, where the queue is declared in the repository; its default is 30. */
  readonly visibilityTimeout?: Setting<number>;
  /** Messages or records of one invocation. */
  readonly batchSize?: Setting<number>;
  /** It takes single messages of a batch as failed; nothing for sources that have no batches. */
  readonly reportsItemFailures?: boolean;
  /** Where records go that could not be worked off: a queue, a topic, or the redrive policy of the source. */
  readonly failureDestination?: Setting<string>;
}

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
  /** Absent where nothing but the code says that it is a function. */
  readonly declaredAs?: DeclarationFormat;
  /** Lambda's identifier: `nodejs22.x`. Absent when no template says it. */
  readonly runtime?: Setting<string>;
  readonly handler?: Setting<string>;
  readonly packageType?: Setting<'Zip' | 'Image'>;
  /** Base image of the container, as its Dockerfile names it. */
  readonly baseImage?: Setting<string>;
  /** Images that its Dockerfile copies files from, in their versions. */
  readonly copiedImages?: readonly Setting<string>[];
  /** What its image starts several programs with: a process manager, or `&` in a line for the shell. */
  readonly startsSeveral?: Setting<string>;
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
  /** What calls it, where a template was read. */
  readonly triggers?: readonly Trigger[];
  /** What publishes versions of it, as it is written: `AutoPublishAlias`, `publish = true`. */
  readonly publishes?: Setting<string>;
  /** Where asynchronous invocations go that failed: a dead-letter queue or a destination. */
  readonly failureDestination?: Setting<string>;
  /** Databases whose address its variables hold, without a proxy in front of them, where a template was read that declares them. */
  readonly databases?: readonly Database[];
  /** GiB of memory of a GPU. */
  readonly acceleratorMemory?: Setting<number>;
  /** The resource in the template, or the declaration in the code. */
  readonly at?: Location;
  /** Handler and, behind a web adapter, the routes: all may overlap with each other. Empty when none could be read. */
  readonly entries: readonly EntryReference[];
  /** One sentence per piece of evidence: `SAM template template.yaml (Orders)`, `exported handler`. */
  readonly evidence: readonly string[];
  /** A web adapter that serves all requests of an environment from one process. */
  readonly webAdapter?: string;
  /** The class that receives its invocations and calls the entries, where that is not in the repository: what it does beside is not known. */
  readonly receivedBy?: string;
  /** It is no function but a class, or a file of them, that other code may call from several threads. */
  readonly claimedSafe?: ClaimedSafe;
  /** Why it is not analysed, when it is not: unsupported runtime, image without readable code, handler not found … */
  readonly notAnalysed?: {
    readonly reason: string;
    readonly kind: 'unsupported-runtime' | 'handler-not-found' | 'no-code' | 'image';
    /** The handler is missing in the code that is deployed, and not merely here: nothing builds, adds or replaces it. */
    readonly isCertain?: true;
  };
  /** Values of the template that are not literal, with the reason they stay unknown. */
  readonly unknown: readonly string[];
}

/** Everything the inventory saw. */
export interface Inventory {
  /** Sorted by id; classes that are said to be safe for concurrent use (`claimedSafe`) come last. */
  readonly functions: readonly LambdaFunction[];
  /** Templates read, sorted. */
  readonly templates: readonly string[];
  /** In the order of files and lines. */
  readonly capacityProviders: readonly CapacityProvider[];
  /** Files passed over (ignored, vendored, tests, build output) by reason. */
  readonly passedOver: ReadonlyMap<string, number>;
  readonly problems: readonly import('../ir/index.js').Problem[];
}
