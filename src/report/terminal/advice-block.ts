/** The settings that a function should run with, each with its reason, and the code that says what kind of work it does. */
import type { Location } from '../../ir/index.js';
import type { Advice } from '../../readiness/readiness.js';
import { counted } from '../../readiness/words.js';
import { visible } from '../escape.js';
import { field, LABEL_END } from './field.js';
import { labelled, placeText, type Page } from './page.js';
import { cutStart, padEnd, widthOf } from './text.js';

const MAX_CALLS = 4;
/** Columns of the marks around code, where there is no colour. */
const MARKS_OF_CODE = 2;
/** Columns that a place has at least. */
const MIN_PLACE = 16;
/** Columns of a setting's name, and of its value. */
const NAME_WIDTH = 14;
const VALUE_WIDTH = 9;

/** `brief`: the settings in one line, without reasons. */
export function adviceBlock(page: Page, advice: Advice, brief: boolean): readonly string[] {
  const { workload, evidence } = advice;
  if (brief) return field(page, 'Run it with', settingsOf(advice).map(({ name, value }) => `${name} ${value}`).join(', '), page.chalk.bold);
  return [
    ...settingsOf(advice).flatMap((setting, index) => settingLines(page, setting, index === 0 ? 'Run it with' : '')),
    ...field(page, 'Workload', evidence.length === 0 ? 'unknown: no call in the code says what it spends its time on' : workload),
    ...evidenceLines(page, advice),
  ];
}

interface SettingRow {
  readonly name: string;
  readonly value: string;
  readonly reason: string;
}

function settingsOf({ memory, memoryPerVcpu, maxConcurrency, minEnvironments, maxEnvironments, ephemeralStorage, architecture }: Advice): readonly SettingRow[] {
  return [
    { name: 'memory', value: `${memory.value} MB`, reason: memory.reason },
    { name: 'GiB per vCPU', value: `${memoryPerVcpu.value}`, reason: memoryPerVcpu.reason },
    { name: 'concurrency', value: `${maxConcurrency.value}`, reason: maxConcurrency.reason },
    { name: 'environments', value: `${minEnvironments.value} to ${maxEnvironments.value}`, reason: `${minEnvironments.reason}; ${maxEnvironments.reason}` },
    { name: '/tmp', value: `${ephemeralStorage.value} MB`, reason: ephemeralStorage.reason },
    { name: 'architecture', value: architecture.value, reason: architecture.reason },
  ];
}

function settingLines(page: Page, { name, value, reason }: SettingRow, title: string): readonly string[] {
  const [label = ''] = field(page, title, '');
  const head = `${padEnd(name, NAME_WIDTH)}${padEnd(value, VALUE_WIDTH)}  `;
  return labelled(page, `${' '.repeat(LABEL_END)}${head}`, visible(reason), page.chalk.dim, () => `${padEnd(label, LABEL_END)}${page.chalk.bold(head)}`);
}

/** The calls that say what kind of work it is; those of the kind that decided come first. */
function evidenceLines(page: Page, { workload, evidence }: Advice): readonly string[] {
  const deciding = workload === 'memory-heavy' ? 'memory' : 'cpu';
  const sorted = [...evidence].sort((a, b) => Number(b.kind === deciding) - Number(a.kind === deciding));
  const byCall = new Map<string, Location[]>();
  for (const { what, at } of sorted) byCall.set(what, [...(byCall.get(what) ?? []), at]);
  const shown = [...byCall].slice(0, MAX_CALLS).flatMap(([what, places]) => field(page, '', callText(what, places, page.width - LABEL_END - MARKS_OF_CODE), page.chalk.dim));
  const more = byCall.size - MAX_CALLS;
  return more > 0 ? [...shown, ...field(page, '', `and ${counted(more, 'more call')}`, page.chalk.dim)] : shown;
}

/** A call and where it is, on one line of `width` columns beside the marks of code. */
function callText(what: string, [first, ...others]: readonly Location[], width: number): string {
  const place = `${first === undefined ? '' : ` ${placeText(first)}`}${others.length > 0 ? ` and ${others.length} more` : ''}`;
  const room = width - widthOf(place);
  const name = widthOf(visible(what)) <= room ? what : what.split('.').slice(-2).join('.');
  const left = width - widthOf(visible(name));
  return `\`${name}\`${widthOf(place) <= left ? place : ` ${cutStart(place, Math.max(MIN_PLACE, left - 1))}`}`;
}
