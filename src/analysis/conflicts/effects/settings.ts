/**
 * Settings of the process that invocations change. What one of them sets, all that run in the process work with: those that overlap
 * where they share it, and later ones as long as nobody sets it again.
 */
import type { FunctionId } from '../../../ir/index.js';
import { cellOf, holderOf } from '../../domain/cell.js';
import { displayPath } from '../../domain/access-path.js';
import type { Access } from '../../domain/access.js';
import { groupBy } from '../../domain/group-by.js';
import { NO_MARKS, isRequest } from '../../domain/marks.js';
import { siteKey } from '../../domain/summary.js';
import { literalText } from '../../domain/text.js';
import type { EffectHazard } from '../../hazard.js';
import type { SettingHarm } from '../../process-harm.js';
import type { Run } from '../../run.js';
import { isReading } from '../../walk/record.js';
import { byPosition, dependsOnTestOf } from '../case.js';
import { comparePoints, pointOf } from '../points.js';
import { shortName } from './names.js';
import { effectiveLocks } from '../sharing.js';
import { isChange, settingChanges } from '../settings.js';
import type { SettingChange } from '../settings.js';
import type { Effects } from './effect-hazards.js';
import { isRegistration } from './registrations.js';

export function settingHazards(effects: Effects): readonly EffectHazard[] {
  const changes = settingChanges(effects.engine, effects.run).filter(({ setting }) => setting === 'function' || !effects.model.refuses.has(setting));
  const bySetting = groupBy(changes, ({ access }) => `${access.site.function}|${settingOf(access)}`);
  const isOnlyRemoved = (group: readonly SettingChange[]): boolean => group.every(({ access }) => isRemoval(access));
  const removed = groupBy(bySetting.filter(isOnlyRemoved).flat(), ({ access }) => access.site.function);
  const found = [...bySetting.filter((group) => !isOnlyRemoved(group)), ...removed].flatMap((changes) => judged(effects, changes) ?? []);
  return groupBy(found, ({ harm, where }, index) => (harm.from === 'constant' ? `${where} ${harm.setting}` : String(index))).map(together);
}

/** A setting with the function that changes it. */
interface ChangedSetting extends EffectHazard {
  readonly harm: SettingHarm;
  readonly where: FunctionId;
}

/** What one function always sets alike is one thing to move. */
function together(settings: readonly ChangedSetting[]): EffectHazard {
  const [first, ...others] = [...settings].sort((a, b) => comparePoints(a.point, b.point)) as [ChangedSetting, ...ChangedSetting[]];
  return { ...first, others: [...first.others, ...others.flatMap(({ point, others }) => [point, ...others])] };
}

/** One setting that one function changes, or all that it removes. */
function judged(effects: Effects, changes: readonly SettingChange[]): ChangedSetting | undefined {
  const { engine, model, run, source } = effects;
  const harms = [...changes].sort((a, b) => byPosition(a.access, b.access)).map((change) => ({ change, harm: harmOf(effects, change) }));
  const gravest = ORDER.flatMap((from) => harms.filter(({ harm }) => harm.from === from)).find(({ change, harm }) => isHarmful(effects, change, harm));
  if (!gravest) return undefined;
  const { access } = gravest.change;
  const name = nameOf(access);
  const read = run.invocation.accesses.filter((other) => isReading(other.kind) && settingOf(other) === settingOf(access)).sort(byPosition)[0];
  return {
    kind: 'effect', where: access.site.function, model, place: name, name, harm: { ...gravest.harm, ...(read ? { read: pointOf(engine.program, source, read) } : {}) }, point: pointOf(engine.program, source, access),
    others: harms.filter((other) => other !== gravest).map(({ change }) => pointOf(engine.program, source, change.access)), why: model.whyProcess,
  };
}

const ORDER: readonly SettingHarm['from'][] = ['request', 'first-request', 'choice', 'removal', 'constant'];

/** A constant for one of many objects is nothing to speak of, and what is only seen in the own turn harms nobody. */
function isHarmful({ model, run }: Effects, { isOwnObject, access }: SettingChange, { from, relation, stays }: SettingHarm): boolean {
  if (access.value?.isPutBack) return false;
  if (from === 'constant' || from === 'removal') return !isOwnObject && !isRegistered(run, access);
  return relation === 'overlapping' || stays || (!isOwnObject && model.memory === 'never');
}

/** One more of the same each time, which is no setting. */
function isRegistered({ invocation }: Run, { site }: Access): boolean {
  return invocation.effects.some((effect) => isRegistration(effect) && siteKey(effect.site) === siteKey(site));
}

function harmOf(effects: Effects, change: SettingChange): SettingHarm {
  const { access, setting } = change;
  const from = originOf(effects, access);
  return {
    kind: 'setting', setting, from, relation: isSeenByOthers(effects, access) ? 'overlapping' : 'later', stays: staysBehind(effects.run, access, from),
    isGuarded: effectiveLocks(effects.run, access.locks).length > 0,
  };
}

function originOf({ run }: Effects, access: Access): SettingHarm['from'] {
  if (isRequest(marksOf(access))) return isFirstCome(access) ? 'first-request' : 'request';
  const isChosen = isRequest(access.decision?.by ?? NO_MARKS);
  if (isChosen && isVaried(run, access)) return 'request';
  if (isRemoval(access)) return 'removal';
  return isChosen ? 'choice' : 'constant';
}

function marksOf({ value, key, kind }: Access): number {
  return (value && !value.isNull && !value.isPutBack && kind !== 'remove' ? value.marks : NO_MARKS) | (key?.marks ?? NO_MARKS);
}

/** Stored where nothing is there yet, and never again. */
function isFirstCome(access: Access): boolean {
  return dependsOnTestOf(access, holderOf(access.path)) || access.kind === 'atomic';
}

/** Invocations store something else there, too: which of the two it is depends on who came last. */
function isVaried(run: Run, access: Access): boolean {
  return changesOf(run, access).some((other) => other !== access && (isRemoval(other) !== isRemoval(access) || (other.value?.plain !== access.value?.plain)));
}

function changesOf({ invocation }: Run, access: Access): readonly Access[] {
  return invocation.accesses.filter((other) => isChange(other) && !other.value?.isPutBack && settingOf(other) === settingOf(access));
}

function isRemoval({ kind, value }: Access): boolean {
  return kind === 'remove' || kind === 'clear' || value?.isNull === true;
}

/** Whether invocations that overlap come across the setting before it is set again. */
function isSeenByOthers({ model, run }: Effects, access: Access): boolean {
  if (model.memory !== 'at-suspension') return model.memory === 'anywhere';
  return access.kind === 'configure' || isRegistered(run, access) || run.invocation.outlasting.has(cellOf(access.path)) || access.thread !== 'own' || isFirstCome(access);
}

/** Whether a later invocation may find it instead of a value of its own. */
function staysBehind(run: Run, access: Access, from: SettingHarm['from']): boolean {
  if (from === 'constant' || from === 'removal' || isTakenBack(run, access)) return false;
  if (isRegistered(run, access)) return true;
  if (from === 'first-request' || isRequest(access.key?.marks ?? NO_MARKS) || setsNamesOfRequest(access)) return true;
  if (from === 'choice' || isRequest(access.decision?.presence ?? NO_MARKS)) return !isVaried(run, access);
  return run.invocation.accesses.some((read) => isReading(read.kind) && read.exposed && settingOf(read) === settingOf(access));
}

function hasSameKey(a: Access, b: Access): boolean {
  return isRequest(a.key?.marks ?? NO_MARKS) === isRequest(b.key?.marks ?? NO_MARKS);
}

/** All entries of a table that came with the request, whatever they are called. */
function setsNamesOfRequest({ kind, key, value }: Access): boolean {
  return kind === 'mutate' && !key && value !== undefined && isRequest(value.marks) && !value.shapes.some((shape) => shape.kind === 'object');
}

/** The same function sets it back, or removes it. */
function isTakenBack(run: Run, access: Access): boolean {
  return run.invocation.accesses.some((other) => isChange(other) && other.site.function === access.site.function && other.site.at.start > access.site.at.start
    && settingOf(other) === settingOf(access) && hasSameKey(other, access) && (isRemoval(other) || !isRequest(marksOf(other))));
}

/** One setting, whether its name is written as that of a field or as a key. */
function settingOf({ path, key }: Access): string {
  const name = key?.text && literalText(key.text);
  const cell = cellOf(path);
  return name === undefined ? cell : cell.replace(/\[\]$/, `.${name}`);
}

function nameOf({ path, key }: Access): string {
  const name = key?.text && literalText(key.text);
  const place = path.root.kind === 'symbol' ? shortName(displayPath(path)) : displayPath(path);
  return name === undefined ? place.replace(/(?:\[…\])+$/, '') : place.replace(/(?:\[…\])+$/, `[${name}]`);
}
