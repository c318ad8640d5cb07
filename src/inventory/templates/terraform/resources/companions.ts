/** What resources beside a function say of it: triggers, scaling, versions, destinations for failures. */
import type { ManagedInstancesSettings, PlatformConflict, Setting, Trigger } from '../../../lambda-function.js';
import type { DeclaredFunction } from '../../declared-function.js';
import { kindOfPrincipal } from '../../trigger-kinds.js';
import type { Declared } from '../configuration/module.js';
import { callersIn } from './callers.js';
import type { FunctionReading } from './function.js';
import { number, propertiesOf, reference, text, valueOf } from './properties.js';
import type { ResourceIndex } from './resource-index.js';

/** Adds it to `functions`, those of one configuration. */
export function withCompanions(functions: readonly FunctionReading[], index: ResourceIndex): readonly DeclaredFunction[] {
  const triggers = triggersOf(functions, index);
  const beside = (type: string, fn: FunctionReading): readonly Declared[] => index.ofType(type)
    .filter((declared) => declared.mode === 'resource' && index.functionsMeant(valueOf(propertiesOf(declared), 'function_name'), functions).includes(fn));
  return functions.map((fn) => ({
    ...fn.own,
    triggers: triggers.get(fn) ?? [],
    managedInstances: withScaling(fn.managedInstances, beside('aws_lambda_function_scaling_config', fn)),
    conflicts: [...fn.conflicts, ...provisioned(beside('aws_lambda_provisioned_concurrency_config', fn))],
    publishes: fn.publishes,
    failureDestination: fn.failureDestination ?? destinationIn(beside('aws_lambda_function_event_invoke_config', fn)),
  }));
}

function triggersOf(functions: readonly FunctionReading[], index: ResourceIndex): ReadonlyMap<FunctionReading, readonly Trigger[]> {
  const found = new Map<FunctionReading, Trigger[]>(functions.map((fn) => [fn, []]));
  for (const { targets, trigger } of callersIn(index)) {
    const called = new Set(targets.flatMap((target) => index.functionsMeant(target, functions)));
    for (const fn of called) found.get(fn)?.push(trigger);
  }
  // Whoever may call the function surely does, where nothing says it more exactly.
  for (const permission of index.ofType('aws_lambda_permission')) {
    const properties = propertiesOf(permission);
    const kind = kindOfPrincipal(text(properties, ['principal'])?.value);
    if (kind === undefined) continue;
    for (const fn of index.functionsMeant(valueOf(properties, 'function_name'), functions)) {
      const known = found.get(fn) ?? [];
      const isSaid = known.some((trigger) => trigger.kind === kind || (kind === 'events' && trigger.kind === 'schedule') || (kind === 'http' && trigger.kind === 'websocket'));
      if (!isSaid) known.push({ kind, name: permission.address, at: permission.block.at });
    }
  }
  return found;
}

function withScaling(settings: ManagedInstancesSettings | undefined, [config]: readonly Declared[]): ManagedInstancesSettings | undefined {
  if (settings === undefined || config === undefined) return settings;
  const properties = propertiesOf(config);
  return {
    ...settings,
    minEnvironments: number(properties, ['function_scaling_config', 'min_execution_environments']),
    maxEnvironments: number(properties, ['function_scaling_config', 'max_execution_environments']),
  };
}

function provisioned(configs: readonly Declared[]): readonly Setting<PlatformConflict>[] {
  return configs.map(({ block }) => ({ value: 'provisioned-concurrency', from: block.at }));
}

function destinationIn(configs: readonly Declared[]): Setting<string> | undefined {
  return configs.map((config) => reference(propertiesOf(config), ['destination_config', 'on_failure', 'destination'])).find((destination) => destination !== undefined);
}
