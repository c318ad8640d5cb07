/** Reports of functions of all kinds, with names and texts that try to break out of where a snippet puts them. */
import type { LambdaFunction } from '../../../src/inventory/lambda-function.js';
import { assessReadiness } from '../../../src/readiness/assess.js';
import type { FunctionReport } from '../../../src/report/audit-report.js';
import { findingAt } from '../../findings/finding-example.js';
import { coverageWith } from '../../readiness/function-example.js';
import { randomEvidence, randomFunction } from '../../readiness/random-function.js';
import type { Random } from '../../readiness/random.js';

const EVIL = ['plain', 'a: b # c', '"quoted" \'twice\'', '${self:custom.x}', '%{ if x }', '*/ process.exit() /*', 'two\nlines', 'x\u2028y', '`tick` ${1}', '!Ref X', '- item', '{', '\\', 'on', ''];
const RUNTIMES = ['nodejs22.x', 'nodejs18.x', 'python3.13', 'java21', 'dotnet8', 'java25', 'evil\nruntime'];

export function randomReport(random: Random): { readonly functions: readonly FunctionReport[] } {
  return { functions: Array.from({ length: 1 + random.below(4) }, () => randomFunctionReport(random)) };
}

function randomFunctionReport(random: Random): FunctionReport {
  const base = randomFunction(random);
  const maybe = <T extends object>(part: T): T | object => (random.below(2) === 0 ? {} : part);
  const text = (): { readonly value: string } => ({ value: random.pick(EVIL) });
  const fn: LambdaFunction = {
    ...base, id: random.pick(EVIL), name: random.pick([...EVIL, 'orders-api', 'Orders', '9lives']),
    ...maybe({ handler: text() }), ...maybe({ codeFolder: text() }), ...maybe({ runtime: { value: random.pick(RUNTIMES) } }), ...maybe({ timeout: { value: random.pick([0, 1, 30, 900, 5400, 9000, Number.NaN]) } }),
    ...(random.below(4) === 0 ? { packageType: { value: 'Image' as const } } : {}),
    ...(base.managedInstances && random.below(2) === 0 ? { managedInstances: { ...base.managedInstances, capacityProvider: text() } } : {}),
  };
  const findings = [findingAt('a', 1, { subject: random.pick(EVIL) }), findingAt('a', 2, { severity: 'warning' })].filter(() => random.below(2) === 0);
  const workload = randomEvidence(random).map((one) => ({ ...one, what: `${one.what}${random.pick(EVIL)}` }));
  return { function: fn, findings: [], readiness: assessReadiness({ function: fn, findings, coverage: coverageWith(), sharedState: [], workload, libraries: [] }) };
}
