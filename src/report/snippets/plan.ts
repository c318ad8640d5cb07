/**
 * What a snippet declares, whatever the template language: the functions with their advised settings, and the capacity
 * providers that they run on. Values that nobody can know (subnets, roles, packages) are left to parameters.
 */
import type { LambdaFunction } from '../../inventory/lambda-function.js';
import { compareText } from '../../findings/order.js';
import type { AdvisedValue, Advice, Readiness } from '../../readiness/readiness.js';
import { PROVIDER_SOURCE, RUNTIMES, type Architecture } from '../../runtimes/platform.js';
import { runtimeStatus } from '../../runtimes/runtime-status.js';
import type { AuditReport, FunctionReport } from '../audit-report.js';
import { openNames } from './names.js';

/** A capacity provider that the snippet makes. */
export interface NewProvider {
  readonly kind: 'new';
  readonly id: string;
  readonly architecture: Architecture;
  readonly maxVcpus: AdvisedValue<number>;
}

/** One that the function has already. */
export interface PresentProvider {
  readonly kind: 'present';
  readonly id: string;
  /** As its template calls it. */
  readonly name: string;
}

export type PlannedProvider = NewProvider | PresentProvider;

export interface PlannedFunction {
  /** Letters and digits, unique in the snippet, beginning with a capital. */
  readonly id: string;
  readonly name: string;
  /** What to know and do before it is used, one sentence or two each. */
  readonly remarks: readonly string[];
  readonly provider: PlannedProvider;
  readonly isImage: boolean;
  /** Absent for images. */
  readonly runtime?: AdvisedValue<string>;
  readonly handler?: string;
  /** Seen from the folder of its template. */
  readonly codeFolder?: string;
  /** Seconds. */
  readonly timeout?: number;
  readonly advice: Advice;
}

export interface SnippetPlan {
  readonly providers: readonly PlannedProvider[];
  readonly functions: readonly PlannedFunction[];
  /** Functions that are not in it, with the reason. */
  readonly leftOut: readonly string[];
  /** Where the rules behind the values are written, sorted. */
  readonly sources: readonly string[];
}

/** Of four vCPUs of an instance, one is the operating system's. */
const SHARE_OF_FUNCTIONS = 3 / 4;
const MAX_VCPUS = { min: 12, max: 15_000 };
/** What AWS takes as a handler. */
const HANDLER = /^\S{1,128}$/;
const TIMEOUT = { min: 1, max: 5400 };

export function planSnippet({ functions }: Pick<AuditReport, 'functions'>): SnippetPlan {
  const advised = functions.flatMap((report) => (report.readiness.advice ? [{ ...report, advice: report.readiness.advice }] : []));
  const nameOf = openNames();
  const present = new Map<string, PresentProvider>();
  const planned = advised.map(({ function: fn, readiness, advice }): Omit<PlannedFunction, 'provider'> & { readonly present: PresentProvider | undefined } => ({
    id: nameOf(fn.managedInstances === undefined ? `${fn.name} managed` : fn.name), name: fn.name, remarks: remarksOn(readiness), present: presentProvider(fn, present, nameOf), advice, ...codeOf(fn),
  }));
  const made = newProviders(planned.filter((fn) => fn.present === undefined), nameOf);
  return {
    providers: [...made.values(), ...present.values()],
    functions: planned.flatMap(({ present: own, ...fn }) => {
      const provider = own ?? made.get(fn.advice.architecture.value);
      return provider ? [{ ...fn, provider }] : [];
    }),
    leftOut: functions.flatMap(({ function: { name }, readiness: { advice, because } }: FunctionReport) => (advice ? [] : [`${name}: ${because}`])),
    sources: [...new Set(advised.flatMap(({ advice }) => sourcesOf(advice)))].sort(compareText),
  };
}

function sourcesOf({ memory, memoryPerVcpu, maxConcurrency, minEnvironments, maxEnvironments, ephemeralStorage, architecture }: Advice): readonly string[] {
  return [memory, memoryPerVcpu, maxConcurrency, minEnvironments, maxEnvironments, ephemeralStorage, architecture].map(({ source }) => source);
}

function remarksOn({ verdict, score, because, concurrencyOne, platform }: Readiness): readonly string[] {
  return [
    `${verdict.replaceAll('-', ' ')}, ${score}/100. ${because}`,
    ...(concurrencyOne?.suffices === true && verdict === 'not-ready' ? ['Until that is fixed, no more than one invocation at a time avoids the errors.'] : []),
    ...platform.steps.map(({ what }) => what),
  ];
}

function presentProvider({ managedInstances }: LambdaFunction, present: Map<string, PresentProvider>, nameOf: (name: string) => string): PresentProvider | undefined {
  const name = managedInstances?.provider?.name ?? managedInstances?.capacityProvider?.value;
  if (name === undefined) return undefined;
  const known = present.get(name) ?? { kind: 'present', id: nameOf(name), name };
  present.set(name, known);
  return known;
}

/** One for each architecture. */
function newProviders(functions: readonly { readonly advice: Advice }[], nameOf: (name: string) => string): ReadonlyMap<Architecture, NewProvider> {
  const architectures = [...new Set(functions.map(({ advice }) => advice.architecture.value))].sort(compareText);
  return new Map(architectures.map((architecture) => {
    const served = functions.filter(({ advice }) => advice.architecture.value === architecture);
    const id = nameOf(architectures.length === 1 ? 'CapacityProvider' : `CapacityProvider ${architecture}`);
    return [architecture, { kind: 'new', id, architecture, maxVcpus: maxVcpusFor(served.map(({ advice }) => advice)) }];
  }));
}

function maxVcpusFor(advices: readonly Advice[]): AdvisedValue<number> {
  const all = advices.reduce((sum, { maxEnvironments, vcpus }) => sum + maxEnvironments.value * vcpus, 0);
  const value = Math.max(MAX_VCPUS.min, Math.min(MAX_VCPUS.max, Math.ceil(all / SHARE_OF_FUNCTIONS)));
  return { value, reason: `room for ${all} vCPUs of environments, and about a quarter for the operating system`, source: PROVIDER_SOURCE };
}

type CodeOfFunction = Pick<PlannedFunction, 'isImage' | 'runtime' | 'handler' | 'codeFolder' | 'timeout'>;

/** What is known of the code, as far as managed instances take it. */
function codeOf(fn: LambdaFunction): CodeOfFunction {
  const timeout = fn.timeout?.value;
  const isLegal = timeout !== undefined && Number.isInteger(timeout) && timeout >= TIMEOUT.min && timeout <= TIMEOUT.max;
  const kept = isLegal ? { timeout } : {};
  if (fn.packageType?.value === 'Image') return { isImage: true, ...kept };
  const runtime = runtimeFor(fn);
  return {
    isImage: false, ...kept, ...(runtime ? { runtime } : {}), ...(fn.handler && HANDLER.test(fn.handler.value) ? { handler: fn.handler.value } : {}),
    ...(fn.codeFolder ? { codeFolder: seenFrom(fn.at?.file, fn.codeFolder.value) } : {}),
  };
}

/** The runtime that it has, or the oldest that managed instances accept. */
function runtimeFor({ runtime, language }: LambdaFunction): AdvisedValue<string> | undefined {
  if (language === undefined) return undefined;
  const { accepted, name } = RUNTIMES[language];
  const source = PROVIDER_SOURCE;
  if (runtime && runtimeStatus(runtime.value) === 'accepted') return { value: runtime.value, reason: 'as it is set', source };
  const [oldest = ''] = accepted;
  return { value: oldest, reason: runtime ? `managed instances do not accept ${runtime.value}` : `the oldest ${name} that managed instances accept`, source };
}

/** A path of the repository, as a file in it would name it. */
function seenFrom(file: string | undefined, folder: string): string {
  const from = file?.split('/').slice(0, -1).filter((part) => part !== '.') ?? [];
  const to = folder.split('/').filter((part) => part !== '' && part !== '.');
  const same = from.findIndex((part, index) => part !== to[index]);
  const common = same < 0 ? from.length : same;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/') || '.';
}

