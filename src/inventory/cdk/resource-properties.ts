/** Properties that constructs take as CloudFormation writes them, alone or beside their own form. */
import { memberOf, numberOf, propertyOf, textOf, type StaticValue } from '../evaluation/values.js';
import type { ManagedInstancesSettings, PlatformConflict, Setting } from '../lambda-function.js';
import { isSet, nameOf, section, setting, type Properties } from './properties.js';

/** Logs as text: `loggingFormat: LoggingFormat.TEXT`, `logFormat: 'Text'`, `loggingConfig: { logFormat: 'Text' }`. */
export function textLogs(properties: Properties): readonly Setting<PlatformConflict>[] {
  const holders: readonly (readonly [Properties, string])[] = [[properties, 'loggingFormat'], [properties, 'logFormat'], [section(properties, 'loggingConfig'), 'logFormat']];
  return holders.flatMap(([holder, name]) => {
    const value = isSet(holder, name) ? propertyOf(holder.props, name)?.value : undefined;
    return (memberOf(value) ?? textOf(value))?.toLowerCase() === 'text' ? [{ value: 'text-logs' as const, from: section(holder, name).at }] : [];
  });
}

/** The settings of managed instances in the properties of a resource; `providerOf` tells which provider a value means. */
export function managedInstancesIn(properties: Properties, providerOf: (value: StaticValue | undefined) => Pick<ManagedInstancesSettings, 'provider'>): ManagedInstancesSettings | undefined {
  if (!isSet(properties, 'capacityProviderConfig')) return undefined;
  const outer = section(properties, 'capacityProviderConfig');
  const config = isSet(outer, 'lambdaManagedInstancesCapacityProviderConfig') ? section(outer, 'lambdaManagedInstancesCapacityProviderConfig') : outer;
  const arn = ['capacityProviderArn', 'arn'].find((name) => isSet(config, name)) ?? 'capacityProviderArn';
  return {
    at: outer.at,
    capacityProvider: setting(config, arn, nameOf),
    ...providerOf(propertyOf(config.props, arn)?.value),
    memoryPerVcpu: setting(config, 'executionEnvironmentMemoryGiBPerVCpu', numberOf),
    maxConcurrency: setting(config, 'perExecutionEnvironmentMaxConcurrency', numberOf),
    ...environmentsIn(section(properties, 'functionScalingConfig')),
  };
}

/** How many environments a scaling configuration allows. */
export function environmentsIn(scaling: Properties): Pick<ManagedInstancesSettings, 'minEnvironments' | 'maxEnvironments'> {
  return { minEnvironments: setting(scaling, 'minExecutionEnvironments', numberOf), maxEnvironments: setting(scaling, 'maxExecutionEnvironments', numberOf) };
}
