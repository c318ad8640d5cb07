/** What templates, manifests and Dockerfiles say of one function, against what managed instances run: hazards that lie in no code. */
import type { PlatformHazard, Point } from '../analysis/hazard.js';
import type { Language } from '../frontends/frontend.js';
import type { DeclaredPackage, LambdaFunction } from '../inventory/index.js';
import type { Location } from '../ir/index.js';
import { oldestOfFamily, runtimeStatus } from '../runtimes/runtime-status.js';
import { outdatedPackages, type UsedCode } from './outdated-packages.js';
import { memoryCopyIssues } from './settings/memory-copies.js';
import type { SettingIssue } from './settings/setting-issue.js';
import { settingIssues, surroundingIssues } from './settings/setting-issues.js';

/** What is known of one function besides its code. */
export interface PlatformInput {
  readonly function: LambdaFunction;
  /** Packages that the manifests of its code name. */
  readonly packages: (language: Language) => readonly DeclaredPackage[];
  /** What the code that it reaches imports; nothing when no code was analysed. */
  readonly libraries: readonly string[] | undefined;
  readonly source: (file: string) => string | undefined;
}

export function platformHazards(input: PlatformInput): readonly PlatformHazard[] {
  return [...runtimeHazards(input), ...handlerHazards(input), ...settingHazards(input), ...dependencyHazards(input)];
}

/** A function that has no settings for managed instances may stay on its runtime: there, leaving it is a step of the migration. */
function runtimeHazards({ function: fn, source }: PlatformInput): readonly PlatformHazard[] {
  const { runtime, managedInstances } = fn;
  if (managedInstances === undefined || runtime?.from === undefined) return [];
  const status = runtimeStatus(runtime.value);
  if (status === 'accepted' || status === 'newer') return [];
  return [{
    kind: 'platform', place: `runtime ${runtime.value}`, name: runtime.value, harm: { kind: 'runtime', runtime: runtime.value, least: oldestOfFamily(runtime.value) },
    point: pointAt(runtime.from, source), others: [],
  }];
}

/** What is missing is missing wherever the function runs. */
function handlerHazards({ function: { handler, notAnalysed, at }, source }: PlatformInput): readonly PlatformHazard[] {
  const from = handler?.from ?? at;
  if (handler === undefined || from === undefined || notAnalysed?.isCertain !== true) return [];
  return [{ kind: 'platform', place: `handler ${handler.value} ${notAnalysed.reason}`, name: handler.value, harm: { kind: 'handler', looked: notAnalysed.reason }, point: pointAt(from, source), others: [] }];
}

/** A candidate has no such settings yet: what it would have to change is a step of its migration. */
function settingHazards({ function: fn, libraries, source }: PlatformInput): readonly PlatformHazard[] {
  if (fn.managedInstances === undefined) return [];
  const about = fn.managedInstances.at ?? fn.at;
  return [...settingIssues(fn), ...memoryCopyIssues(fn, libraries), ...surroundingIssues(fn)].flatMap(({ topic, grade, problem, remedy, subject, at = about, besides }: SettingIssue): readonly PlatformHazard[] => {
    if (at === undefined) return [];
    return [{
      kind: 'platform', place: `${topic} ${subject}`, name: subject, harm: { kind: 'setting', topic, grade, problem, remedy },
      point: pointAt(at, source), others: besides === undefined ? [] : [pointAt(besides, source)],
    }];
  });
}

function dependencyHazards({ function: fn, packages, libraries, source }: PlatformInput): readonly PlatformHazard[] {
  if (fn.language === undefined || libraries === undefined) return [];
  const code: UsedCode = { language: fn.language, libraries, bringsRuntimeClient: fn.packageType?.value === 'Image' && fn.runtime === undefined };
  const named = [...packages(fn.language), ...layersOf(fn), ...imagesOf(fn)];
  return outdatedPackages(named, code).flatMap(({ minimum, outdated }): readonly PlatformHazard[] => {
    const [first, ...others] = outdated;
    if (first === undefined) return [];
    const { library, least, consequence, isAdvice = false } = minimum;
    return [{
      kind: 'platform', place: `${library} ${first.at.file}`, name: library,
      harm: { kind: 'dependency', package: first.name.replace(/^(?:layer|image):/, ''), version: first.version ?? '', lockedIn: first.lockedIn, library, least, consequence, isAdvice },
      point: pointAt(first.at, source), others: others.map(({ at }) => pointAt(at, source)),
    }];
  });
}

/** `arn:aws:lambda:REGION:ACCOUNT:layer:NAME:VERSION`, also where the template fills in the region. */
function layersOf({ layers }: LambdaFunction): readonly DeclaredPackage[] {
  return layers.flatMap(({ value, from }) => {
    const [, name, version] = /:layer:([\w-]+):(\d+)$/.exec(value) ?? [];
    return name === undefined || version === undefined || from === undefined ? [] : [{ name: `layer:${name}`, key: `layer:${name}`, version, use: 'run' as const, at: from }];
  });
}

/** `REGISTRY/REPOSITORY/NAME:VERSION`; what is added to the version says for which machine. */
function imagesOf({ copiedImages = [] }: LambdaFunction): readonly DeclaredPackage[] {
  return copiedImages.flatMap(({ value, from }) => {
    const [, name, version] = /([\w-]+):v?(\d+(?:\.\d+)*)(?:-\w+)?$/.exec(value) ?? [];
    return name === undefined || version === undefined || from === undefined ? [] : [{ name: `image:${name}`, key: `image:${name}`, version, use: 'run' as const, at: from }];
  });
}

const MAX_CODE = 120;

function pointAt(location: Location, source: PlatformInput['source']): Point {
  const line = source(location.file)?.split(/\r\n|[\r\n]/, location.line)[location.line - 1] ?? '';
  return { location, calls: [], code: line.trim().slice(0, MAX_CODE), kind: 'declare', guardedByLock: false };
}
