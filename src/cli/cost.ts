/** `reentrant cost`: standard Lambda against managed instances for the traffic that was asked about. */
import { takeInventory } from '../inventory/index.js';
import type { LambdaFunction } from '../inventory/index.js';
import { compareCost, type ManagedSettings } from '../readiness/cost/comparison.js';
import { typesFor, type TypeFilter } from '../readiness/cost/instance-types.js';
import type { Architecture } from '../readiness/cost/prices.js';
import { costJson, costText } from '../report/cost/index.js';
import { STANDARD_MEMORY } from '../runtimes/platform.js';
import type { Arguments } from './arguments.js';
import type { CostArguments } from './cost-arguments.js';
import { PASSED, type Io } from './io.js';
import { openPrograms } from './programs.js';
import { openAudited } from './project.js';
import { screenOf } from './screen.js';
import { UserError } from './user-error.js';

export async function cost(args: CostArguments, io: Io): Promise<number> {
  const fn = args.template === undefined ? undefined : await functionOf(args, args.template, io.cwd);
  const architecture = args.architecture ?? architectureOf(fn);
  const filter: TypeFilter = args.instances.length > 0 ? { allowed: args.instances } : { allowed: fn?.managedInstances?.provider?.allowedTypes?.value, excluded: fn?.managedInstances?.provider?.excludedTypes?.value };
  const types = typesFor(architecture, filter);
  if (types.length === 0) throw new UserError(`No price is known of ${(filter.allowed ?? []).join(', ') || 'these instance types'} for ${architecture}.`, 'Known are the families c, m and r of the sixth generation and later, from large to 8xlarge; --architecture names the other architecture.');
  const comparison = compareCost({
    traffic: { requests: args.requests, seconds: args.seconds },
    standard: { architecture, memory: args.memory ?? fn?.memory?.value ?? STANDARD_MEMORY },
    managed: settingsOf(fn), workload: args.workload, types, peak: args.peak, freeTier: args.freeTier, discounts: args.discounts,
    ...(args.instanceHours === undefined ? {} : { instanceHours: args.instanceHours }),
  });
  if (!comparison) throw new UserError('No instance type can hold an environment of this function.', 'Name larger ones with --instance, or give the function less memory.');
  const screen = screenOf(io, args.color);
  io.stdout.write(args.format === 'json' ? costJson(comparison) : costText(comparison, { ...screen, ...(fn === undefined ? {} : { name: fn.name }) }));
  return PASSED;
}

function architectureOf(fn: LambdaFunction | undefined): Architecture {
  return (fn?.managedInstances?.provider?.architecture ?? fn?.architecture)?.value === 'arm64' ? 'arm64' : 'x86_64';
}

function settingsOf(fn: LambdaFunction | undefined): ManagedSettings {
  const settings = fn?.managedInstances;
  if (!fn || !settings) return {};
  return {
    memory: fn.memory?.value, memoryPerVcpu: settings.memoryPerVcpu?.value ?? 2, maxConcurrency: settings.maxConcurrency?.value, minEnvironments: settings.minEnvironments?.value,
  };
}

/** The function that a template declares: the one that is named, or the only one. */
async function functionOf({ function: name }: CostArguments, template: string, cwd: string): Promise<LambdaFunction> {
  const audited = openAudited({ ...NOTHING_ELSE, paths: [template] }, cwd);
  const programs = await openPrograms(audited.project);
  const { functions } = takeInventory({ project: audited.project, programFor: (language) => programs.open(language), templates: audited.templates });
  const named = name === undefined ? functions : functions.filter((fn) => fn.name === name || fn.id === name);
  const [only, ...others] = named;
  if (only && others.length === 0) return only;
  const names = functions.map((fn) => fn.name).join(', ');
  if (!only) throw new UserError(name === undefined ? `${template} declares no function.` : `There is no function ${name}.`, names === '' ? 'Name another template.' : `Found: ${names}.`);
  throw new UserError(`${template} declares several functions.`, `Name one with --function: ${names}.`);
}

/** What an audit of nothing but a template needs of the arguments. */
const NOTHING_ELSE: Arguments = {
  paths: [], entries: [], outputs: [], failOn: 'never', templates: [], functions: [], packages: [], stats: false, quiet: false, color: false, progress: false, updateBaseline: false,
};
