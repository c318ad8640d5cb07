/**
 * Whether managed instances are the right place for a function at all, from what calls it and how it is set. Traffic is not in a
 * repository: where only it can decide, that is the answer, with the amount from which managed instances pay.
 */
import type { LambdaFunction, Trigger, TriggerKind } from '../inventory/lambda-function.js';
import type { Location } from '../ir/index.js';
import { CAPACITY_PROVIDER_SOURCE, RUNTIME_SOURCE } from '../runtimes/platform.js';
import { whyNotOffered } from '../runtimes/runtime-status.js';
import { costOfFunction, type MemoryBasis } from './cost/function-cost.js';
import { LAMBDA_PRICES_SOURCE } from './cost/prices.js';
import type { Advice } from './readiness.js';
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

/** `libraries`: what the code that the function reaches imports. `advice`: with which settings it would run. */
export function fitOf(fn: LambdaFunction, libraries: readonly string[], advice?: Advice): Fit {
  const barred = [...barredRuntime(fn), ...(fn.triggers ?? []).flatMap(barredTrigger)];
  if (barred.length > 0) return { verdict: 'standard-lambda', reasons: barred };
  const contained = [...socketServer(fn, libraries), ...sidecars(fn)];
  if (contained.length > 0) return { verdict: 'container-service', reasons: contained };
  const rare = rareSchedule(fn, advice);
  if (rare) return { verdict: 'standard-lambda', reasons: [rare] };
  const provisioned = (fn.conflicts ?? []).find(({ value }) => value === 'provisioned-concurrency');
  if (provisioned) return { verdict: 'managed-instances', reasons: [withPlace('It already pays for environments that are always there (provisioned concurrency).', LAMBDA_PRICES_SOURCE, provisioned.from)] };
  return { verdict: 'depends-on-traffic', reasons: [{ what: breakEvenText(fn, advice), source: LAMBDA_PRICES_SOURCE }] };
}

function barredRuntime({ runtime }: LambdaFunction): readonly FitReason[] {
  const barred = whyNotOffered(runtime?.value);
  return barred === undefined ? [] : [withPlace(barred, RUNTIME_SOURCE, runtime?.from)];
}

function barredTrigger({ kind, at }: Trigger): readonly FitReason[] {
  const what = NOT_OFFERED.get(kind);
  return what === undefined ? [] : [withPlace(what, kind === 'edge' ? CAPACITY_PROVIDER_SOURCE : QUOTAS_SOURCE, at)];
}

/** Behind the Lambda Web Adapter a server may keep connections open that no invocation outlives. */
function socketServer({ webAdapter }: LambdaFunction, libraries: readonly string[]): readonly FitReason[] {
  const library = webAdapter === undefined ? undefined : libraries.find((name) => SOCKET_SERVERS.some((pattern) => pattern.test(name)));
  return library === undefined ? [] : [{ what: `Its web server keeps connections open (${library}), which end with each invocation: a container service holds them.`, source: FARGATE_SOURCE }];
}

/** Programs beside the function that Lambda neither starts again nor tells of an invocation. */
function sidecars({ startsSeveral }: LambdaFunction): readonly FitReason[] {
  if (startsSeveral === undefined) return [];
  return [withPlace(`Its image starts several programs (${startsSeveral.value}): a container service runs them as containers beside each other, each with its own health and size.`, FARGATE_SOURCE, startsSeveral.from)];
}

/** A function that only schedules call, and that costs less in the worst case than its environments would before the first run. */
function rareSchedule(fn: LambdaFunction, advice: Advice | undefined): FitReason | undefined {
  const triggers = fn.triggers ?? [];
  const runs = triggers.map(({ kind, schedule }) => (kind === 'schedule' && schedule ? runsPerMonth(schedule.value) : undefined));
  if (triggers.length === 0 || runs.includes(undefined)) return undefined;
  const requests = runs.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const costs = costOfFunction(fn, advice, { requests, seconds: fn.timeout?.value ?? LONGEST_RUN }, {});
  if (!costs || costs.standard.total >= costs.floor.total) return undefined;
  const often = requests < 100 ? `${Math.round(requests)} times` : `about ${Math.round(requests / 100) * 100} times`;
  const what = `Only a schedule calls it, ${often} a month: at most $${costs.standard.total.toFixed(2)} on standard Lambda, against $${costs.floor.total.toFixed(2)} for ${costs.floor.fleet.environments} environments that wait for it.`;
  return withPlace(what, LAMBDA_PRICES_SOURCE, triggers[0]?.at);
}

/** Seconds: no synchronous invocation takes longer, and none without a setting takes so long. */
const LONGEST_RUN = 900;
/** Seconds of the requests for which the break-even is told. */
const EXAMPLES = [0.1, 1] as const;

function breakEvenText(fn: LambdaFunction, advice: Advice | undefined): string {
  const waits = 'Nothing here says how much traffic it gets.';
  const costs = EXAMPLES.flatMap((seconds) => costOfFunction(fn, advice, { requests: 0, seconds }, {}) ?? []);
  const [first] = costs;
  if (!first) return `${waits} From how much on managed instances pay cannot be told: no price is known of machines that its capacity provider allows and that hold its environments.`;
  const parts = costs.flatMap(({ question: { traffic: { seconds } }, breakEven: { 'on-demand': from } }) =>
    (from === undefined ? [] : [`${amountText(from)} requests of ${seconds < 1 ? `${seconds * 1000} ms` : `${seconds} s`}`]));
  const memory = `${first.question.standard.memory} MB a request (${MEMORY[first.memoryBasis]})`;
  return parts.length === 0 ? `${waits} With ${memory}, managed instances are estimated to cost more than standard Lambda at any traffic.` : `${waits} On-Demand, managed instances pay from about ${parts.join(' or ')} a month, against standard Lambda with ${memory}.`;
}

/** Where the memory of a request in standard Lambda comes from. */
const MEMORY: Readonly<Record<MemoryBasis, string>> = { given: 'as given', set: 'as it is set', default: 'its default', share: 'its share of an environment', estimate: 'an estimate of what it would need there' };

function amountText(requests: number): string {
  return requests >= 1e6 ? `${Number((requests / 1e6).toPrecision(2))} million` : `${Math.max(1, Math.round(requests / 1000))},000`;
}

function withPlace(what: string, source: string, at: Location | undefined): FitReason {
  return { what, source, ...(at === undefined ? {} : { at }) };
}
