/** Settings that are written down and could not be read: that they are absent means nothing then. */
import type { LambdaFunction } from '../../inventory/index.js';

/** What the template languages call a setting, in small letters and without what separates words. */
const NAMES = {
  memory: ['memorysize', 'memory'],
  memoryPerVcpu: ['executionenvironmentmemorygibpervcpu', 'memorypervcpu'],
  maxConcurrency: ['perexecutionenvironmentmaxconcurrency', 'maxconcurrency'],
  minEnvironments: ['minexecutionenvironments', 'min', 'functionscalingconfig', 'latestpublishedscalingconfig', 'scaling'],
  maxEnvironments: ['maxexecutionenvironments', 'max', 'functionscalingconfig', 'latestpublishedscalingconfig', 'scaling'],
  architecture: ['architectures', 'architecture'],
  packageType: ['packagetype', 'code', 'imageuri'],
  publishes: ['publish', 'publishto', 'autopublishalias', 'publishtolatestpublished'],
  failureDestination: ['deadletterconfig', 'deadletterqueue', 'eventinvokeconfig', 'destinationconfig', 'destinations', 'onerror', 'targetarn', 'deadletterqueueenabled'],
  operatorRole: ['permissionsconfig', 'operatorrole', 'capacityprovideroperatorrolearn', 'permissions'],
} as const;

/** What stands for all settings at once. */
const EVERYTHING = new Set(['', 'props', 'properties', 'arguments', 'args', 'spread', 'settings']);

/** Whether `fn` has a value for the setting that is not literal. */
export function isUnread({ unknown }: Pick<LambdaFunction, 'unknown'>, setting: keyof typeof NAMES): boolean {
  const names: readonly string[] = NAMES[setting];
  return unknown.some((note) => pathOf(note).some((name) => names.includes(name) || EVERYTHING.has(name)));
}

/** `FunctionScalingConfig.MinExecutionEnvironments: the parameter Least` begins with the path of the property. */
function pathOf(note: string): readonly string[] {
  return note.slice(0, Math.max(0, note.indexOf(':'))).split('.').map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
}
