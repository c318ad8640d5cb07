/** The role of a function's capacity provider, and the network that it is in. */
import type { LambdaFunction } from '../../inventory/index.js';
import { LIMITS, PROVIDER_SOURCE } from '../../runtimes/platform.js';
import { defaultsOf } from './declaration-defaults.js';
import type { SettingIssue } from './setting-issue.js';
import { isUnread } from './unread.js';

/** What is wrong with a provider is said once, for all functions that it runs. */
export function permissionIssues(fn: LambdaFunction): readonly SettingIssue[] {
  return [...roleIssues(fn), ...subnetIssues(fn)];
}

function roleIssues({ declaredAs, managedInstances }: LambdaFunction): readonly SettingIssue[] {
  const provider = managedInstances?.provider;
  if (provider === undefined || provider.operatorRole !== undefined || defaultsOf(declaredAs).needsOperatorRole !== true || isUnread(provider, 'operatorRole')) return [];
  return [{
    topic: 'permissions', grade: 'poor', effort: 'setting', source: PROVIDER_SOURCE, subject: `no operator role of ${provider.name}`, at: provider.at,
    problem: `The capacity provider \`${provider.name}\` has no operator role: Lambda may not start machines for it.`,
    remedy: 'Give it a role with the managed policy AWSLambdaManagedEC2ResourceOperator.',
  }];
}

/** `subnet-0ab12`, `PrivateSubnet1`; a list of them that is made elsewhere is no subnet. */
const ONE_SUBNET = /^subnet-[0-9a-z]+$|[sS]ubnet_?\w?\d$|[sS]ubnet[A-Z]$/;

function subnetIssues({ managedInstances }: LambdaFunction): readonly SettingIssue[] {
  const provider = managedInstances?.provider;
  const subnets = provider?.subnets;
  if (provider === undefined || subnets === undefined) return [];
  const issue = { topic: 'permissions', grade: 'advice', effort: 'setting', source: PROVIDER_SOURCE, at: subnets.from ?? provider.at } as const;
  const { perZone } = LIMITS.subnets;
  const known = subnets.value.filter((subnet) => ONE_SUBNET.test(subnet));
  const isCounted = known.length === subnets.value.length && new Set(known).size === known.length;
  const open = subnets.value.find((subnet) => /public/i.test(subnet));
  return [
    ...(isCounted && known.length > 0 && known.length < perZone ? [{
      ...issue, subject: `subnets of ${provider.name}`,
      problem: `The capacity provider \`${provider.name}\` has ${known.length === 1 ? 'one subnet' : `${known.length} subnets`}: its environments lie in fewer than ${perZone} Availability Zones.`,
      remedy: `Give it a subnet in each of ${perZone} Availability Zones.`,
    }] : []),
    ...(open === undefined ? [] : [{
      ...issue, subject: `public subnets of ${provider.name}`, problem: `The capacity provider \`${provider.name}\` has its machines in a subnet that is named as a public one (\`${open}\`).`,
      remedy: 'Take private subnets, with a NAT gateway or with endpoints through which logs and calls leave.',
    }]),
  ];
}
