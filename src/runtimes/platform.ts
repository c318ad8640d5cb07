/**
 * What AWS says of Lambda Managed Instances, as data with its source and the day it was looked up. No judgement is made here;
 * the execution models beside this file say what invocations share.
 */
import type { Language } from '../frontends/frontend.js';

const GUIDE = 'https://docs.aws.amazon.com/lambda/latest/dg';

/** Day on which the facts of this file were compared with their sources. */
export const PLATFORM_FACTS_DATE = '2026-11-21';

export interface RuntimePlatform {
  readonly name: string;
  /** Identifiers that managed instances accept, oldest first. */
  readonly accepted: readonly string[];
  /** Invocations at once per vCPU when nothing is set. */
  readonly concurrencyPerVcpu: number;
  /** The smallest ratio that AWS advises, where it advises one, and where it says so. */
  readonly leastRatio: { readonly value: Ratio; readonly source: string };
  /** Invocations per vCPU that run on although others block, where they share worker threads; absent where each has a thread of its own. */
  readonly workers?: { readonly perVcpu: number; readonly source: string };
}

export const RUNTIME_SOURCE = `${GUIDE}/lambda-managed-instances-runtimes.html`;
/** Memory, ratio, default concurrency and the advice for CPU-bound and memory-heavy code. */
export const SCALING_SOURCE = `${GUIDE}/lambda-managed-instances-scaling.html`;
/** Published versions, and that `$LATEST` cannot be invoked. */
export const PUBLISHING_SOURCE = `${GUIDE}/lambda-managed-instances-version-publishing.html`;
/** Compute type fixed at creation; features that exclude managed instances. */
export const CAPACITY_PROVIDER_SOURCE = 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-capacityproviderconfig.html';
/** Capacity providers: architecture, instance types, and how many vCPUs they take. */
export const PROVIDER_SOURCE = `${GUIDE}/lambda-managed-instances-capacity-providers.html`;
/** What the invocations of one environment share, /tmp among it. */
export const ENVIRONMENT_SOURCE = `${GUIDE}/lambda-managed-instances-execution-environment.html`;
/** GPUs, and what a function needs to have one. */
export const ACCELERATOR_SOURCE = 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-acceleratorconfig.html';
/** What excludes managed instances, by SAM's own check of a template. */
export const CONFLICTS_SOURCE = 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/sam_resources.py';
/** Least and greatest number of environments. */
export const ENVIRONMENTS_SOURCE = 'https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionScalingConfig.html';
/** 1 to 1600 at once, and the memory per vCPU. */
export const FUNCTION_SETTINGS_SOURCE = 'https://docs.aws.amazon.com/lambda/latest/api/API_LambdaManagedInstancesCapacityProviderConfig.html';
/** Event sources, and what else is limited. */
export const QUOTAS_SOURCE = `${GUIDE}/lambda-managed-instances-quotas.html`;
/** The longest timeout, checked against the service by cfn-lint. */
export const TIMEOUT_SOURCE = 'https://github.com/aws-cloudformation/cfn-lint/pull/4685';
/** Logs are always JSON. */
export const LOGS_SOURCE = `${GUIDE}/lambda-managed-instances-monitoring.html`;
/** One process for each concurrent invocation, and the memory that takes. */
export const PYTHON_SOURCE = `${GUIDE}/lambda-managed-instances-python-runtime.html`;

/** Worker threads per vCPU in the open-source Node.js runtime client; the documentation gives no figure. */
export const NODE_WORKERS_PER_VCPU = 8;
const NODE_WORKERS_SOURCE = 'https://github.com/aws/aws-lambda-nodejs-runtime-interface-client';

const DEFAULT_RATIO = { value: 2, source: SCALING_SOURCE } as const;

export const RUNTIMES: Readonly<Record<Language, RuntimePlatform>> = {
  node: {
    name: 'Node.js', accepted: ['nodejs22.x', 'nodejs24.x'], concurrencyPerVcpu: 64, leastRatio: DEFAULT_RATIO,
    workers: { perVcpu: NODE_WORKERS_PER_VCPU, source: NODE_WORKERS_SOURCE },
  },
  python: { name: 'Python', accepted: ['python3.13', 'python3.14'], concurrencyPerVcpu: 16, leastRatio: { value: 4, source: PYTHON_SOURCE } },
  java: { name: 'Java', accepted: ['java21', 'java25'], concurrencyPerVcpu: 32, leastRatio: DEFAULT_RATIO },
  dotnet: { name: '.NET', accepted: ['dotnet8', 'dotnet10'], concurrencyPerVcpu: 32, leastRatio: DEFAULT_RATIO },
};

/** Runtimes of its own kind are accepted too (Rust since March 2026), but there is no code here to audit. */
export const CUSTOM_RUNTIMES: readonly string[] = ['provided.al2023'];

/** MB of a function of standard Lambda that says nothing else: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
export const STANDARD_MEMORY = 128;

/** Bounds of the settings. The number of vCPUs is memory divided by the ratio, and must be whole. */
export const LIMITS = {
  /** MB. */
  memory: { min: 2048, max: 32_768 },
  /** GiB of memory per vCPU. 2 is the default. */
  ratios: [2, 4, 8],
  /** Of one execution environment; the documentation advises at most 64 per vCPU. */
  concurrency: { min: 1, max: 1600, maxPerVcpu: 64 },
  /** Environments that a function has at least unless it says otherwise: one per Availability Zone. None at least goes with none at most. */
  environments: { default: 3, max: 15_000 },
  /** MB of /tmp. */
  ephemeralStorage: { min: 512, max: 10_240 },
  /**
   * Seconds. A function with a capacity provider may be given `max`; calls that wait for the answer, and sources other than SQS,
   * Kinesis and DynamoDB, end at `sync` all the same.
   */
  timeout: { sync: 900, max: 5400 },
  /** GiB of memory of a GPU. */
  accelerators: [3, 6, 12, 16, 24, 48],
  /** Subnets of a capacity provider; one per Availability Zone keeps environments in three of them. */
  subnets: { perZone: 3, max: 16 },
} as const;

/** Of a capacity provider, whose functions have the same. x86_64 is the default. */
export const ARCHITECTURES = ['x86_64', 'arm64'] as const;
export type Architecture = (typeof ARCHITECTURES)[number];

/** GiB of memory per vCPU. */
export type Ratio = (typeof LIMITS.ratios)[number];
