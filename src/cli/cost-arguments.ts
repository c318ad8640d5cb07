/** The arguments of `reentrant cost`. */
import { Option, type Command } from 'commander';
import type { CostWorkload } from '../readiness/cost/comparison.js';
import type { Architecture, Commitment } from '../readiness/cost/prices.js';
import { count, megabytes, plainNumber, seconds, share } from './amounts.js';
import { UserError } from './user-error.js';

const COST_FORMATS = ['terminal', 'json'] as const;
const WORKLOADS = ['io-bound', 'mixed', 'cpu-bound'] as const;
const ARCHITECTURES = ['x86_64', 'arm64'] as const;

export interface CostArguments {
  /** A month. */
  readonly requests: number;
  readonly seconds: number;
  /** MB in standard Lambda; what the template says when absent. */
  readonly memory?: number;
  readonly architecture?: Architecture;
  /** What the code says when absent. */
  readonly workload?: CostWorkload;
  readonly peak: number;
  readonly instances: readonly string[];
  readonly instanceHours?: number;
  readonly discounts: Readonly<Partial<Record<Commitment, number>>>;
  readonly freeTier: boolean;
  readonly template?: string;
  readonly function?: string;
  readonly format: (typeof COST_FORMATS)[number];
  readonly color: boolean;
}

interface CostOptions {
  readonly requests?: string;
  readonly duration?: string;
  readonly memory?: string;
  readonly architecture?: Architecture;
  readonly workload?: CostWorkload;
  readonly peak: string;
  readonly instance: readonly string[];
  readonly instanceHours?: string;
  readonly discount1y?: string;
  readonly discount3y?: string;
  readonly freeTier?: boolean;
  readonly template?: string;
  readonly function?: string;
  readonly format: CostArguments['format'];
  readonly color: boolean;
}

/** Adds the options of `cost` to its command. */
export function costOptions(command: Command): Command {
  const collect = (value: string, previous: readonly string[]): readonly string[] => [...previous, value];
  return command
    .option('--requests <n>').option('--duration <time>').option('--memory <mb>')
    .addOption(new Option('--architecture <name>').choices(ARCHITECTURES))
    .addOption(new Option('--workload <kind>').choices(WORKLOADS))
    .option('--peak <factor>', '', '1')
    .option('--instance <type>', '', collect, [])
    .option('--instance-hours <n>').option('--discount-1y <percent>').option('--discount-3y <percent>')
    .option('--free-tier').option('--template <file>').option('--function <name>')
    .addOption(new Option('--format <format>').choices(COST_FORMATS).default('terminal'))
    .option('--no-color');
}

export function toCostArguments(options: CostOptions): CostArguments {
  const peak = plainNumber('--peak', options.peak);
  if (peak < 1) throw new UserError('--peak takes a factor of 1 or more.', 'The busiest hour has at least as many requests as the mean one.');
  const requests = count('--requests', needed('--requests', 'How many requests come in a month?', options.requests));
  const duration = seconds('--duration', needed('--duration', 'How long does one request take?', options.duration));
  const memory = optional(options.memory, (text) => megabytes('--memory', text));
  if (memory === undefined && options.template === undefined) throw new UserError('--memory is needed.', 'How much memory has the function in standard Lambda? Or name the template that says it: --template FILE.');
  return {
    requests, seconds: positive('--duration', duration),
    ...(memory === undefined ? {} : { memory: positive('--memory', memory) }),
    ...(options.architecture === undefined ? {} : { architecture: options.architecture }),
    ...present('workload', options.workload), peak, instances: options.instance,
    ...present('instanceHours', optional(options.instanceHours, (text) => plainNumber('--instance-hours', text))),
    discounts: {
      ...present('one-year', optional(options.discount1y, (text) => share('--discount-1y', text))),
      ...present('three-year', optional(options.discount3y, (text) => share('--discount-3y', text))),
    },
    freeTier: options.freeTier === true,
    ...present('template', options.template), ...present('function', options.function),
    format: options.format, color: options.color,
  };
}

function needed(option: string, question: string, text: string | undefined): string {
  if (text === undefined) throw new UserError(`${option} is needed.`, `${question} For example: reentrant cost --requests 100M --duration 200ms --memory 2048`);
  return text;
}

function positive(option: string, value: number): number {
  if (value > 0) return value;
  throw new UserError(`${option} must be more than 0.`, 'reentrant --help has an example.');
}

function optional<T>(text: string | undefined, read: (text: string) => T): T | undefined {
  return text === undefined ? undefined : read(text);
}

/** The property, unless there is no value for it. */
function present<Name extends string, T>(name: Name, value: T | undefined): { readonly [name in Name]?: T } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [name in Name]?: T };
}
