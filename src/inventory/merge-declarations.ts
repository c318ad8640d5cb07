/**
 * One function that several files declare: a template and the one that was built from it, stages in files of their own, the same
 * stack in two template languages. It is listed once when the files agree, and with a word on the others when they do not.
 */
import type { LocatedFunction } from './declared-functions.js';
import type { LambdaFunction, Setting } from './lambda-function.js';

/** Functions of different files with the same name and the same entries, the richest declaration first. */
export function mergeDeclarations(located: readonly LocatedFunction[]): readonly LocatedFunction[] {
  const groups = new Map<string, LocatedFunction[]>();
  for (const each of located) {
    const key = identityOf(each.function);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flatMap(mergeGroup);
}

/** Without entries nothing shows that two declarations mean the same code. */
function identityOf({ id, name, entries }: LambdaFunction): string {
  return entries.length === 0 ? id : JSON.stringify([name, entries.map(({ file, symbol }) => `${file}#${symbol}`)]);
}

function mergeGroup(group: readonly LocatedFunction[]): readonly LocatedFunction[] {
  const merged: LocatedFunction[] = [];
  for (const each of [...group].sort(byRichness)) {
    const same = merged.findIndex((other) => fileOf(other) !== fileOf(each) && agree(other.function, each.function));
    if (same < 0) merged.push(each);
    else merged[same] = { ...merged[same]!, function: combined(merged[same]!.function, each.function) };
  }
  return merged.length === 1 ? merged : merged.map((each) => withOthers(each, merged.filter((other) => fileOf(other) !== fileOf(each))));
}

function fileOf({ function: fn }: LocatedFunction): string {
  return fn.id.slice(0, fn.id.lastIndexOf('#'));
}

/** What says more comes first; of two that say as much, the one whose file comes first. */
function byRichness(a: LocatedFunction, b: LocatedFunction): number {
  return settingsOf(b.function).length - settingsOf(a.function).length || (a.function.id < b.function.id ? -1 : 1);
}

type Named = readonly [name: string, value: unknown];

/** Settings that are known, each with its value. */
function settingsOf({ runtime, memory, timeout, ephemeralStorage, architecture, packageType, managedInstances: lmi }: LambdaFunction): readonly Named[] {
  const settings: readonly (readonly [string, Setting<unknown> | undefined])[] = [
    ['runtime', runtime], ['memory', memory], ['timeout', timeout], ['ephemeral storage', ephemeralStorage], ['architecture', architecture], ['package', packageType],
    ['memory per vCPU', lmi?.memoryPerVcpu], ['concurrency', lmi?.maxConcurrency], ['environments', lmi?.minEnvironments], ['most environments', lmi?.maxEnvironments],
  ];
  return [...settings.flatMap(([name, setting]): readonly Named[] => (setting === undefined ? [] : [[name, setting.value]])), ...(lmi ? [['managed instances', true] as const] : [])];
}

function differences(one: LambdaFunction, other: LambdaFunction): readonly string[] {
  const values = new Map(settingsOf(other));
  return settingsOf(one).flatMap(([name, value]) => (values.has(name) && values.get(name) !== value ? [name] : []));
}

function agree(one: LambdaFunction, other: LambdaFunction): boolean {
  return differences(one, other).length === 0;
}

/** The values of `first`, and of `second` what `first` does not say. */
function combined(first: LambdaFunction, second: LambdaFunction): LambdaFunction {
  const said = Object.fromEntries(Object.entries(first).filter(([, value]) => value !== undefined)) as unknown as LambdaFunction;
  return {
    ...second, ...said,
    environment: new Map([...second.environment, ...first.environment]),
    triggers: [...(first.triggers ?? []), ...(second.triggers ?? []).filter(({ kind }) => !first.triggers?.some((trigger) => trigger.kind === kind))],
    evidence: [...first.evidence, `also declared in ${second.id}`],
    unknown: first.unknown.filter((note) => second.unknown.includes(note) || !isKnownIn(second, note)),
  };
}

/** A value that one file leaves open may be said by the other. */
function isKnownIn(fn: LambdaFunction, note: string): boolean {
  const property = note.slice(0, note.indexOf(':'));
  const known: Readonly<Record<string, unknown>> = { Runtime: fn.runtime, MemorySize: fn.memory, Timeout: fn.timeout, Handler: fn.handler };
  return known[property] !== undefined;
}

function withOthers(each: LocatedFunction, others: readonly LocatedFunction[]): LocatedFunction {
  const evidence = others.map(({ function: other }) => {
    const different = differences(each.function, other);
    return different.length === 0 ? `also declared in ${other.id}` : `also declared in ${other.id}, with another ${different.join(', ')}`;
  });
  return { ...each, function: { ...each.function, evidence: [...each.function.evidence, ...evidence] } };
}
