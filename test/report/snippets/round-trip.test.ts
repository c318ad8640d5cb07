import { expect, test } from 'vitest';
import type { LambdaFunction } from '../../../src/inventory/index.js';
import { settingIssues, surroundingIssues } from '../../../src/platform/settings/setting-issues.js';
import { assessReadiness } from '../../../src/readiness/assess.js';
import type { Advice } from '../../../src/readiness/readiness.js';
import type { FunctionReport } from '../../../src/report/audit-report.js';
import { SNIPPET_FORMATS, snippet, type SnippetFormat } from '../../../src/report/snippets/index.js';
import { inventoryOf, type Files } from '../../inventory/memory-project.js';
import { coverageWith } from '../../readiness/function-example.js';
import { randomEvidence, randomFunction, randomLibraries } from '../../readiness/random-function.js';
import { randomFrom, type Random } from '../../readiness/random.js';

const ROUNDS = 25;

/** Where a person would paste it. */
const PASTED: Readonly<Record<SnippetFormat, (text: string) => Files>> = {
  sam: (text) => ({ 'template.yaml': text }),
  cloudformation: (text) => ({ 'template.yaml': text }),
  terraform: (text) => ({ 'main.tf': text }),
  serverless: (text) => ({ 'serverless.yml': `service: pasted\nparams: { default: { subnetId1: a, subnetId2: b, subnetId3: c, securityGroupId: d } }\n${text}` }),
  cdk: (text) => ({
    'cdk.json': '{"app": "npx ts-node app.ts"}', 'managed.ts': text,
    'app.ts': 'import { App, Stack } from "aws-cdk-lib";\nimport { onManagedInstances } from "./managed";\nonManagedInstances(new Stack(new App(), "Orders"), { subnets: [], securityGroups: [] } as never);\n',
  }),
};

/** A candidate with settings of all kinds, whose advice can be written down without anything else. */
function candidate(random: Random, index: number): FunctionReport {
  const fn: LambdaFunction = {
    ...randomFunction(random), id: `orders${index}`, name: `orders${index}`, language: 'node', managedInstances: undefined, acceleratorMemory: undefined, webAdapter: undefined,
    runtime: { value: 'nodejs22.x' }, handler: { value: 'src/app.handler' }, codeFolder: { value: '.' },
  };
  return { function: fn, findings: [], readiness: assessReadiness({ function: fn, findings: [], coverage: coverageWith(), sharedState: [], workload: randomEvidence(random), libraries: randomLibraries(random) }) };
}

function advised({ memory, memoryPerVcpu, maxConcurrency, minEnvironments, maxEnvironments, ephemeralStorage, architecture }: Advice): readonly (number | string)[] {
  return [memory, memoryPerVcpu, maxConcurrency, minEnvironments, maxEnvironments, ephemeralStorage, architecture].map(({ value }) => value);
}

function declared({ memory, managedInstances, ephemeralStorage, architecture }: LambdaFunction): readonly (number | string | undefined)[] {
  const { memoryPerVcpu, maxConcurrency, minEnvironments, maxEnvironments } = managedInstances ?? {};
  return [memory, memoryPerVcpu, maxConcurrency, minEnvironments, maxEnvironments, ephemeralStorage, architecture].map((setting) => setting?.value);
}

test.each(SNIPPET_FORMATS)('%s: an audit of what was pasted reads what was advised, and has nothing against it', async (format) => {
  const random = randomFrom(83);
  for (let round = 0; round < ROUNDS; round++) {
    const functions = Array.from({ length: 1 + random.below(3) }, (_, index) => candidate(random, index));
    const text = snippet({ functions }, format);
    const read = (await inventoryOf({ ...PASTED[format](text), 'src/app.js': 'exports.handler = async () => 1;' })).functions;
    expect(read.map(declared), text).toEqual(functions.map(({ readiness }) => advised(readiness.advice!)));
    expect(read.flatMap((fn) => [...settingIssues(fn), ...surroundingIssues(fn)].map(({ problem }) => problem)), text).toEqual([]);
  }
});
