/** EC2 instance types that managed instances can use, with their On-Demand price per hour. */
import type { Architecture } from './prices.js';

/** Day of the price list that the prices are from: https://aws.amazon.com/ec2/pricing/on-demand/, as the open-source project named below keeps a copy of it. */
export const INSTANCE_PRICES_DATE = '2026-02-09';
export const INSTANCE_PRICES_SOURCE = 'https://github.com/aws/karpenter-provider-aws/blob/main/pkg/providers/pricing/zz_generated.pricing_aws.go';

export interface InstanceType {
  readonly name: string;
  readonly architecture: Architecture;
  readonly vcpus: number;
  /** MB. */
  readonly memory: number;
  /** Dollars per hour, On-Demand. */
  readonly hourly: number;
}

/** GiB per vCPU of the compute, general and memory families. */
const GIB_PER_VCPU: Readonly<Record<string, number>> = { c: 2, m: 4, r: 8 };

/** vCPUs of the sizes. Environments have at most 16 vCPUs, so larger machines only hold more of them. */
const SIZES: readonly (readonly [size: string, vcpus: number])[] = [['large', 2], ['xlarge', 4], ['2xlarge', 8], ['4xlarge', 16], ['8xlarge', 32]];

/** By family: dollars per hour of its `large`; every other size costs the same for each vCPU. Families without local disks or faster network, sixth generation and later. */
const LARGE_HOURLY: Readonly<Record<Architecture, Readonly<Record<string, number>>>> = {
  arm64: { c6g: 0.068, c7g: 0.0725, c8g: 0.07976, m6g: 0.077, m7g: 0.0816, m8g: 0.08976, r6g: 0.1008, r7g: 0.1071, r8g: 0.11782 },
  x86_64: {
    c6a: 0.0765, c6i: 0.085, c7a: 0.10264, c7i: 0.08925, c8a: 0.10777, c8i: 0.09371, m6a: 0.0864, m6i: 0.096, m7a: 0.11592, m7i: 0.1008, m8a: 0.12172, m8i: 0.10584,
    r6a: 0.1134, r6i: 0.126, r7a: 0.15215, r7i: 0.1323, r8a: 0.15976, r8i: 0.13892,
  },
};

/** The compute family begins one size later: https://github.com/awslabs/agent-plugins (skill aws-lambda-managed-instances). */
const isOffered = (family: string, vcpus: number): boolean => !family.startsWith('c') || vcpus > 2;

export const INSTANCE_TYPES: readonly InstanceType[] = (['arm64', 'x86_64'] as const).flatMap((architecture) =>
  Object.entries(LARGE_HOURLY[architecture]).flatMap(([family, large]) => SIZES.filter(([, vcpus]) => isOffered(family, vcpus)).map(([size, vcpus]) => ({
    name: `${family}.${size}`, architecture, vcpus, memory: vcpus * (GIB_PER_VCPU[family[0] ?? ''] ?? 0) * 1024,
    // Prices have five digits after the point.
    hourly: Math.round((large / 2) * vcpus * 1e5) / 1e5,
  }))));

/** What a capacity provider lets be used: names or patterns such as `m7g.*`. */
export interface TypeFilter {
  readonly allowed?: readonly string[];
  readonly excluded?: readonly string[];
}

/** The types of an architecture that the filter lets through. */
export function typesFor(architecture: Architecture, { allowed, excluded = [] }: TypeFilter): readonly InstanceType[] {
  return INSTANCE_TYPES.filter((type) => type.architecture === architecture
    && (allowed === undefined || allowed.some((pattern) => fits(type.name, pattern))) && !excluded.some((pattern) => fits(type.name, pattern)));
}

function fits(name: string, pattern: string): boolean {
  const [start = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return name === pattern;
  const end = rest.at(-1) ?? '';
  return name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end) && rest.slice(0, -1).every((part) => name.includes(part));
}
