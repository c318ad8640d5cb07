/**
 * Templates that CDK made, together with the code that they were made from: the template has the final settings, the construct their
 * places and the source of what is bundled. Each function is in the result once.
 */
import { folderOf, isBelow, joinPath } from '../files/files-below.js';
import type { Setting } from '../lambda-function.js';
import type { CodeSource, DeclaredFunction } from '../templates/declared-function.js';
import { relativeTo } from './code.js';

/** Functions that the library adds for its own custom resources: no team has written them. The hashes are part of the library. */
const LIBRARYS_OWN = /(?:^|\/)(?:Custom::|@aws-cdk--|AWSCDK|LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a|AWS679f53fac002430cb0da5b7982bd2287|BucketNotificationsHandler050a0587b7544547bf325f094a3db834|framework-(?:onEvent|onTimeout|isComplete)(?:\/|$))/;

/** The functions of templates with what their constructs know, then the constructs that no template has. */
export function withConstructs(templates: readonly DeclaredFunction[], constructs: readonly DeclaredFunction[]): readonly DeclaredFunction[] {
  const used = new Set<DeclaredFunction>();
  const merged = templates.filter(({ construct }) => construct === undefined || !LIBRARYS_OWN.test(construct)).map((fn) => {
    const only = fn.construct === undefined ? undefined : constructAt(fn, fn.construct, constructs);
    if (only === undefined) return fn.construct === undefined ? fn : withoutConstruct(fn, constructs);
    used.add(only);
    return together(fn, only);
  });
  const outputs = templates.filter(({ construct }) => construct !== undefined).map(({ template }) => folderOf(folderOf(template)));
  // What has no name in the code has one in the template.
  const isNamed = (construct: DeclaredFunction): boolean => !construct.unknown.some((note) => note.startsWith('id:')) || !outputs.some((folder) => isBelow(construct.template, folder));
  return [...onceEach(merged), ...constructs.filter((construct) => !used.has(construct) && isNamed(construct))];
}

/** The construct with the longest path that ends the path in the template, of the application that the template is the output of; nothing when there are several. */
function constructAt({ template }: DeclaredFunction, path: string, constructs: readonly DeclaredFunction[]): DeclaredFunction | undefined {
  const whole = `/${path.replace(/\/Resource$/, '')}`;
  const ending = constructs.filter(({ logicalId }) => whole.endsWith(`/${logicalId}`));
  const longest = Math.max(...ending.map(({ logicalId }) => logicalId.length));
  const best = ending.filter(({ logicalId }) => logicalId.length === longest);
  const near = best.filter((construct) => isBelow(construct.template, applicationOf(template)));
  const [only, ...others] = near.length > 0 ? near : best;
  return others.length === 0 ? only : undefined;
}

/** The folder of the application that wrote a template. */
function applicationOf(template: string): string {
  return folderOf(template).replace(/(?:^|\/)cdk\.out(?:\/.*)?$/, '');
}

/** Of an application whose code is read the output is not: its bundles repeat what the sources say. */
function withoutConstruct(fn: DeclaredFunction, constructs: readonly DeclaredFunction[]): DeclaredFunction {
  const isOutput = /(?:^|\/)cdk\.out\//.test(fn.template) && fn.code.kind === 'local';
  if (!isOutput || !constructs.some((construct) => isBelow(construct.template, applicationOf(fn.template)))) return fn;
  return { ...fn, code: { kind: 'elsewhere' }, unknown: [...fn.unknown, 'code: its construct was not found in the code of the application'] };
}

function together(fn: DeclaredFunction, construct: DeclaredFunction): DeclaredFunction {
  const code = codeSeenFrom(fn.template, construct);
  const { managedInstances } = fn;
  return {
    ...fn,
    runtime: placed(fn.runtime, construct.runtime), memory: placed(fn.memory, construct.memory), timeout: placed(fn.timeout, construct.timeout),
    ephemeralStorage: placed(fn.ephemeralStorage, construct.ephemeralStorage), architecture: placed(fn.architecture, construct.architecture),
    ...(managedInstances === undefined ? {} : {
      managedInstances: {
        ...managedInstances, at: construct.managedInstances?.at ?? managedInstances.at,
        memoryPerVcpu: placed(managedInstances.memoryPerVcpu, construct.managedInstances?.memoryPerVcpu), maxConcurrency: placed(managedInstances.maxConcurrency, construct.managedInstances?.maxConcurrency),
        minEnvironments: placed(managedInstances.minEnvironments, construct.managedInstances?.minEnvironments), maxEnvironments: placed(managedInstances.maxEnvironments, construct.managedInstances?.maxEnvironments),
      },
    }),
    publishes: fn.publishes ?? construct.publishes,
    alsoDeclared: [...fn.alsoDeclared ?? [], `CDK construct in ${construct.template} (${construct.logicalId})`],
    ...(code === undefined ? {} : { code, entryPoints: construct.entryPoints, buildMethod: construct.buildMethod, handler: construct.handler ?? fn.handler }),
  };
}

/** A setting of the template at its place in the code, where both say the same. */
function placed<T>(setting: Setting<T> | undefined, written: Setting<T> | undefined): Setting<T> | undefined {
  return setting !== undefined && written?.from !== undefined && written.value === setting.value ? written : setting;
}

function codeSeenFrom(template: string, { code, template: file }: DeclaredFunction): CodeSource | undefined {
  if (code.kind === 'image') {
    const context = code.context === undefined ? undefined : joinPath(folderOf(file), code.context);
    return context === undefined ? undefined : { ...code, context: relativeTo(template, context) };
  }
  const folder = code.kind === 'local' ? joinPath(folderOf(file), code.path) : undefined;
  return folder === undefined ? undefined : { kind: 'local', path: relativeTo(template, folder) };
}

/** The same function in the templates of several stages is one, as long as its settings are the same. */
function onceEach(functions: readonly DeclaredFunction[]): readonly DeclaredFunction[] {
  const found = new Map<string, DeclaredFunction>();
  functions.forEach((fn, i) => {
    const key = fn.construct === undefined ? String(i) : sameness(fn);
    const known = found.get(key);
    found.set(key, known === undefined ? fn : { ...known, alsoDeclared: [...known.alsoDeclared ?? [], `CloudFormation template ${fn.template} (${fn.logicalId})`] });
  });
  return [...found.values()];
}

/** What two declarations of one function share. */
function sameness({ construct, template, code, runtime, handler, memory, timeout, ephemeralStorage, architecture, managedInstances, conflicts, triggers, publishes, alsoDeclared }: DeclaredFunction): string {
  const { memoryPerVcpu, maxConcurrency, minEnvironments, maxEnvironments } = managedInstances ?? {};
  const [source] = alsoDeclared ?? [];
  const settings = [runtime, handler, memory, timeout, ephemeralStorage, architecture, memoryPerVcpu, maxConcurrency, minEnvironments, maxEnvironments].map((setting) => setting?.value);
  const folder = code.kind === 'local' ? joinPath(folderOf(template), code.path) : code.kind;
  return JSON.stringify([
    source ?? construct?.split('/').slice(1).join('/').replace(/^.*\/(?=[^/]*\/[^/]*$)/, ''), folder, settings, managedInstances === undefined, publishes === undefined,
    conflicts.map(({ value }) => value), triggers.map(({ kind, schedule, batchSize, visibilityTimeout }) => [kind, schedule?.value, batchSize?.value, visibilityTimeout?.value]),
  ]);
}
