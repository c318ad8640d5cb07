/** `reentrant cost`: standard Lambda against managed instances for the traffic that was asked about. */
import { CATALOGUE } from '../../rules/catalogue.js';
import { audit } from '../audit/audit.js';
import type { LambdaFunction } from '../inventory/index.js';
import { architectureOf, costOfFunction, machinesFor, type GivenForCost } from '../readiness/cost/function-cost.js';
import type { Advice } from '../readiness/readiness.js';
import { costJson, costText } from '../report/cost/index.js';
import type { Arguments } from './arguments.js';
import type { CostArguments } from './cost-arguments.js';
import { inventoryOf } from './inventory.js';
import { PASSED, type Io } from './io.js';
import { openPrograms } from './programs.js';
import { openAudited } from './project.js';
import { screenOf } from './screen.js';
import { UserError } from './user-error.js';

interface Subject {
  readonly fn: LambdaFunction;
  /** Absent where its code could not be analysed. */
  readonly advice?: Advice;
}

export async function cost(args: CostArguments, io: Io): Promise<number> {
  const { fn, advice } = args.template === undefined ? {} as Partial<Subject> : await subjectOf(args, args.template, io.cwd);
  const given = givenIn(args);
  if (machinesFor(fn, given).length === 0) throw noPriceKnown(fn, given);
  const comparison = costOfFunction(fn, advice, { requests: args.requests, seconds: args.seconds }, given);
  if (!comparison) throw new UserError('No instance type can hold an environment of this function.', 'Name larger ones with --instance, or give the function less memory.');
  const screen = screenOf(io, args.color);
  io.stdout.write(args.format === 'json' ? costJson(comparison) : costText(comparison, { ...screen, ...(fn === undefined ? {} : { name: fn.name }) }));
  return PASSED;
}

function givenIn({ architecture, memory, instances, workload, peak, freeTier, discounts, instanceHours }: CostArguments): GivenForCost {
  return {
    peak, freeTier, discounts,
    ...(architecture === undefined ? {} : { architecture }), ...(memory === undefined ? {} : { memory }), ...(workload === undefined ? {} : { workload }),
    ...(instances.length === 0 ? {} : { instances }), ...(instanceHours === undefined ? {} : { instanceHours }),
  };
}

function noPriceKnown(fn: LambdaFunction | undefined, { instances, architecture = architectureOf(fn) }: GivenForCost): UserError {
  const asked = instances ?? fn?.managedInstances?.provider?.allowedTypes?.value ?? [];
  return new UserError(`No price is known of ${asked.join(', ') || 'these instance types'} for ${architecture}.`, 'Known are the families c, m and r of the sixth generation and later, from large to 8xlarge; --architecture chooses between x86_64 and arm64.');
}

/** The function that a template declares, the one that is named or the only one, with what its code lets advise. */
async function subjectOf({ function: name }: CostArguments, template: string, cwd: string): Promise<Subject> {
  const audited = openAudited({ ...NOTHING_ELSE, paths: [template] }, cwd);
  const { project, problems: unread, relocated } = audited;
  const programs = await openPrograms(project);
  const inventory = inventoryOf(audited, programs, name === undefined ? [] : [name]);
  const [fn, ...others] = inventory.functions;
  if (fn === undefined || others.length > 0) throw new UserError(`${template} declares several functions.`, `Name one with --function: ${inventory.functions.map((one) => one.name).join(', ')}.`);
  const report = audit({ version: __REENTRANT_VERSION__, project, inventory, programs: programs.opened, rules: CATALOGUE, unread, progress: () => undefined, relocated });
  const advice = report.functions[0]?.readiness.advice;
  return { fn, ...(advice === undefined ? {} : { advice }) };
}

/** What an audit of nothing but a template needs of the arguments. */
const NOTHING_ELSE: Arguments = {
  paths: [], entries: [], outputs: [], failOn: 'never', templates: [], functions: [], packages: [], stats: false, quiet: false, color: false, progress: false, updateBaseline: false,
};
