/** Places of the process or of a library that hold a setting for everybody: environment variables, the default locale, a replaced function. */
import { ELEMENT, WHOLE } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import type { Access } from '../domain/access.js';
import { isSettingPart } from '../domain/process-part.js';
import type { Engine } from '../engine.js';
import type { SettingKind } from '../process-harm.js';
import type { Run } from '../run.js';
import { isWriting } from '../walk/record.js';
import { isShared } from './sharing.js';

/** What kind of setting the place is, if it is one. The longest name that something is known of decides. */
export function settingAt({ knowledge, program }: Engine, { root, steps }: AccessPath): SettingKind | undefined {
  if (root.kind !== 'symbol' && (root.kind !== 'static' || program.type(root.type))) return undefined;
  const start = root.kind === 'symbol' ? root.name : `${root.type}.${root.field}`;
  const whole = [start, ...steps.filter((step) => step !== ELEMENT && step !== WHOLE)].join('.');
  for (const name of ownersOf(whole)) {
    const [symbol, call] = [knowledge.symbol(name), knowledge.call(name)];
    const process = symbol?.process ?? call?.process;
    if (process !== undefined) return isSettingPart(process) ? process : undefined;
    if (symbol || call) return name === whole && !symbol && call?.variable === undefined ? 'function' : undefined;
  }
  return undefined;
}

/** The name and the names of what it is a member of, longest first. */
function ownersOf(name: string): readonly string[] {
  return [...name.matchAll(/\.|$/g)].map((end) => name.slice(0, end.index)).reverse();
}

/** What the invocations change of the process, and what kind of setting it is. */
export interface SettingChange {
  readonly access: Access;
  readonly setting: SettingKind;
  /** The object is one of many of its kind, as a logger with a name of its own. */
  readonly isOwnObject: boolean;
}

export function settingChanges(engine: Engine, run: Run): readonly SettingChange[] {
  return run.invocation.accesses.filter(isChange).flatMap((access): readonly SettingChange[] => {
    const known = settingAt(engine, access.path);
    if (known !== undefined) return [{ access, setting: known, isOwnObject: false }];
    const setting = isShared(run, access.path) ? settingOfMethod(engine, access) : undefined;
    return setting === undefined ? [] : [{ access, setting, isOwnObject: true }];
  });
}

export function isChange({ kind }: Access): boolean {
  return isWriting(kind) || kind === 'configure';
}

/** Settings of an object that the process has in common with its library: the level of a logger. */
function settingOfMethod({ knowledge }: Engine, { objectTypes, method }: Access): SettingKind | undefined {
  const fact = method === undefined ? undefined : objectTypes.map((type) => knowledge.method(type, method)).find((found) => found?.process !== undefined);
  return fact?.process !== undefined && isSettingPart(fact.process) ? fact.process : undefined;
}
