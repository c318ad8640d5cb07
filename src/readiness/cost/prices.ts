/**
 * Prices as data, each with its source and day: US East (N. Virginia), Linux, US dollars. Nothing is looked up while the program
 * runs: a price that has changed since is changed here.
 */

/** When the Lambda price page was copied that the figures are from. */
export const PRICES_DATE = 'mid-2026 (June to September)';
export const PRICES_REGION = 'us-east-1';
export const LAMBDA_PRICES_SOURCE = 'https://aws.amazon.com/lambda/pricing/';

export type Architecture = 'x86_64' | 'arm64';

/** What a bill for a month is made of: hours and seconds of an average month, as AWS's calculators count. */
export const HOURS_PER_MONTH = 730;
export const SECONDS_PER_MONTH = HOURS_PER_MONTH * 3600;

/** Per request, on both kinds of compute. */
export const PER_REQUEST = 0.20 / 1_000_000;

/** A price per GB-second that holds up to so many GB-seconds of a month; the last tier has no end. */
export interface Tier {
  readonly upTo: number;
  readonly perGbSecond: number;
}

export const DURATION_TIERS: Readonly<Record<Architecture, readonly Tier[]>> = {
  x86_64: [{ upTo: 6e9, perGbSecond: 0.0000166667 }, { upTo: 15e9, perGbSecond: 0.000015 }, { upTo: Infinity, perGbSecond: 0.0000133334 }],
  arm64: [{ upTo: 7.5e9, perGbSecond: 0.0000133334 }, { upTo: 18.75e9, perGbSecond: 0.0000120001 }, { upTo: Infinity, perGbSecond: 0.0000106667 }],
};

/** What an account gets for nothing each month. */
export const FREE_TIER = { requests: 1_000_000, gbSeconds: 400_000 } as const;

/** Off the price per GB-second of standard Lambda with a Compute Savings Plan: AWS names up to 17 %, its calculator reckons with this. */
export const STANDARD_SAVINGS_PLAN = 0.12;

/** The management fee: part of the On-Demand price, whatever is really paid for the instances. */
export const MANAGEMENT_FEE = 0.15;

export type Commitment = 'on-demand' | 'one-year' | 'three-year';

/** Off the On-Demand price of instances. AWS names up to 72 % for three years; its calculator reckons with these. */
export const DISCOUNTS: Readonly<Record<Commitment, number>> = { 'on-demand': 0, 'one-year': 0.32, 'three-year': 0.65 };
export const DISCOUNTS_SOURCE = 'https://github.com/aws-samples/sample-aws-lambda-managed-instances';

/** Taken from each instance by the operating system and its agent: vCPUs and MB. */
export const HOST_OVERHEAD = { vcpus: 1, memory: 1024 } as const;
/** Environments beyond those that the mean load fills, as AWS's calculator keeps them ready. */
export const HEADROOM = 1.5;
/** One in each Availability Zone. */
export const LEAST_INSTANCES = 3;
