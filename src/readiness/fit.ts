/**
 * Whether managed instances are the right place for a function at all, from what calls it and how it is set. Traffic is not in a
 * repository: where only it can decide, that is the answer, with the amount from which managed instances pay.
 */
import type { LambdaFunction, Trigger, TriggerKind } from '../inventory/lambda-function.js';
import type { Location } from '../ir/index.js';
import { CAPACITY_PROVIDER_SOURCE, LIMITS, STANDARD_MEMORY } from '../runtimes/platform.js';
import { compareCost, type CostComparison, type CostWorkload } from './cost/comparison.js';
import { typesFor } from './cost/instance-types.js';
import { LAMBDA_PRICES_SOURCE, type Architecture } from './cost/prices.js';
import type { Traffic } from './cost/standard-lambda.js';
import type { Workload } from './advice/workload.js';
import { runsPerMonth } from './schedule.js';

export type FitVerdict = 'managed-instances' | 'standard-lambda' | 'container-service' | 'depends-on-traffic';

export interface FitReason {
  /** One sentence. */
  readonly what: string;
  readonly source: string;
  readonly at?: Location;
}

export interface Fit {
  readonly verdict: FitVerdict;
  readonly reasons: readonly FitReason[];
}

const QUOTAS_SOURCE = 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances-quotas.html';
const FARGATE_SOURCE = 'https://docs.aws.amazon.com/decision-guides/latest/containers-on-aws-how-to-choose/choosing-aws-container-service.html';

/** Event sources that are not among those of managed instances. */
const NOT_OFFERED: ReadonlyMap<TriggerKind, string> = new Map([
  ['edge', 'It runs at the edge (Lambda@Edge), where there are no managed instances.'],
  ['mq', 'Amazon MQ is not among the event sources of managed instances.'],
  ['documentdb', 'Amazon DocumentDB is not among the event sources of managed instances.'],
]);

/** Libraries that keep connections of clients open in the process, as they are imported. */
const SOCKET_SERVERS: readonly RegExp[] = [/^(?:ws|socket\.io|uWebSockets\.js|@fastify\/websocket|websockets|flask_socketio|socketio)(?:[./]|$)/, /^org\.springframework\.web\.socket\b/, /^Microsoft\.AspNetCore\.SignalR\b/];

/** `libraries`: what the code that the function reaches imports. */
export function fitOf(fn: LambdaFunction, libraries: readonly string[], workload: Workload = 'unknown'): Fit {
  const barred = (fn.triggers ?? []).flatMap(barredTrigger);
  if (barred.length > 0) return { verdict: 'standard-lambda', reasons: barred };
  const server = socketServer(fn, libraries);
  if (server) return { verdict: 'container-service', reasons: [server] };
  const rare = rareSchedule(fn);
  if (rare) return { verdict: 'standard-lambda', reasons: [rare] };
  const provisioned = (fn.conflicts ?? []).find(({ value }) => value === 'provisioned-concurrency');
  if (provisioned) return { verdict: 'managed-instances', reasons: [withPlace('It already pays for environments that are always there (provisioned concurrency).', LAMBDA_PRICES_SOURCE, provisioned.from)] };
  return { verdict: 'depends-on-traffic', reasons: [{ what: breakEvenText(fn, COST_WORKLOADS[workload]), source: LAMBDA_PRICES_SOURCE }] };
}

function barredTrigger({ kind, at }: Trigger): readonly FitReason[] {
  const what = NOT_OFFERED.get(kind);
  return what === undefined ? [] : [withPlace(what, kind === 'edge' ? CAPACITY_PROVIDER_SOURCE : QUOTAS_SOURCE, at)];
}

/** Behind the Lambda Web Adapter a server may keep connections open that no invocation outlives. */
function socketServer({ webAdapter }: LambdaFunction, libraries: readonly string[]): FitReason | undefined {
  const library = webAdapter === undefined ? undefined : libraries.find((name) => SOCKET_SERVERS.some((pattern) => pattern.test(name)));
  return library === undefined ? undefined : { what: `Its web server keeps connections open (${library}), which end with each invocation: a container service holds them.`, source: FARGATE_SOURCE };
}

/** A function that only schedules call, and that costs less in the worst case than its environments would before the first run. */
function rareSchedule(fn: LambdaFunction): FitReason | undefined {
  const triggers = fn.triggers ?? [];
  const runs = triggers.map(({ kind, schedule }) => (kind === 'schedule' && schedule ? runsPerMonth(schedule.value) : undefined));
  if (triggers.length === 0 || runs.includes(undefined)) return undefined;
  const requests = runs.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const costs = costsOf(fn, { requests, seconds: fn.timeout?.value ?? LONGEST_RUN }, 'mixed');
  if (!costs || costs.standard.total >= costs.floor.total) return undefined;
  const often = requests < 100 ? `${Math.round(requests)} times` : `about ${Math.round(requests / 100) * 100} times`;
  const what = `Only a schedule calls it, ${often} a month: at most $${costs.standard.total.toFixed(2)} on standard Lambda, against $${costs.floor.total.toFixed(2)} for ${LIMITS.environments.default} environments that wait for it.`;
  return withPlace(what, LAMBDA_PRICES_SOURCE, triggers[0]?.at);
}

/** Seconds: no synchronous invocation takes longer, and none without a setting takes so long. */
const LONGEST_RUN = 900;
/** Seconds of the requests for which the break-even is told. */
const EXAMPLES = [0.1, 1] as const;

/** What the code is known to do, in the terms of the cost model; what is not known is taken for a mixture. */
const COST_WORKLOADS: Readonly<Record<Workload, CostWorkload>> = { 'cpu-bound': 'cpu-bound', 'io-bound': 'io-bound', 'memory-heavy': 'mixed', 'mixed': 'mixed', 'unknown': 'mixed' };

function breakEvenText(fn: LambdaFunction, workload: CostWorkload): string {
  const parts = EXAMPLES.flatMap((seconds) => {
    const from = costsOf(fn, { requests: 0, seconds }, workload)?.breakEven['on-demand'];
    return from === undefined ? [] : [`${amountText(from)} requests of ${seconds < 1 ? `${seconds * 1000} ms` : `${seconds} s`}`];
  });
  const waits = 'Nothing here says how much traffic it gets.';
  return parts.length === 0 ? `${waits} With so little memory a request, managed instances are estimated to cost more than standard Lambda at any traffic.` : `${waits} On-Demand, managed instances pay from about ${parts.join(' or ')} a month.`;
}

function amountText(requests: number): string {
  return requests >= 1e6 ? `${Number((requests / 1e6).toPrecision(2))} million` : `${Math.max(1, Math.round(requests / 1000))},000`;
}

/** With the memory that a request has today, or its share of an environment. */
function costsOf(fn: LambdaFunction, traffic: Traffic, workload: CostWorkload): CostComparison | undefined {
  const { managedInstances, memory, architecture } = fn;
  const arch: Architecture = architecture?.value === 'arm64' ? 'arm64' : 'x86_64';
  const all = memory !== undefined && memory.value > 0 ? memory.value : STANDARD_MEMORY;
  const each = managedInstances === undefined ? all : Math.max(STANDARD_MEMORY, Math.ceil(all / Math.max(1, managedInstances.maxConcurrency?.value ?? 1)));
  const provider = managedInstances?.provider;
  return compareCost({
    traffic, standard: { architecture: arch, memory: each }, managed: {}, workload, peak: 1, freeTier: false,
    types: typesFor(arch, { allowed: provider?.allowedTypes?.value, excluded: provider?.excludedTypes?.value }),
  });
}

function withPlace(what: string, source: string, at: Location | undefined): FitReason {
  return { what, source, ...(at === undefined ? {} : { at }) };
}
