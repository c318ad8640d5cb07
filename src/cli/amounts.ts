/** Amounts as people write them on a command line: `100M`, `200ms`, `2GB`, `15%`. */
import { UserError } from './user-error.js';

type Units = Readonly<Record<string, number>>;

const COUNTS: Units = { '': 1, k: 1e3, m: 1e6, b: 1e9, g: 1e9 };
const SECONDS: Units = { ms: 1e-3, s: 1, m: 60, min: 60 };
const MEGABYTES: Units = { '': 1, m: 1, mb: 1, mib: 1, g: 1024, gb: 1024, gib: 1024 };

/** A number of things: `100M`, `2.5B`, `1_000_000`. */
export function count(option: string, text: string): number {
  return amount(option, text, COUNTS, 'a number such as 500000, 100M or 2B');
}

/** Seconds: `200ms`, `1.5s`, `2min`. */
export function seconds(option: string, text: string): number {
  return amount(option, text, SECONDS, 'a time such as 200ms or 1.5s');
}

/** MB: `2048`, `2GB`. */
export function megabytes(option: string, text: string): number {
  return amount(option, text, MEGABYTES, 'an amount of memory such as 2048 or 2GB');
}

/** A share: `72%` or `72` is 0.72. */
export function share(option: string, text: string): number {
  const value = amount(option, text, { '': 0.01, '%': 0.01 }, 'a percentage from 0 to 99');
  if (value < 1) return value;
  throw new UserError(`${option} takes a percentage from 0 to 99.`, `It was "${text}".`);
}

/** A plain number. */
export function plainNumber(option: string, text: string): number {
  return amount(option, text, { '': 1 }, 'a number');
}

function amount(option: string, text: string, units: Units, form: string): number {
  const [, digits = '', unit = ''] = /^([\d_]+(?:\.\d+)?)\s*([a-z%]*)$/i.exec(text.trim()) ?? [];
  const factor = Object.hasOwn(units, unit.toLowerCase()) ? units[unit.toLowerCase()] : undefined;
  const value = digits === '' || factor === undefined ? Number.NaN : Number(digits.replaceAll('_', '')) * factor;
  if (Number.isFinite(value) && value >= 0) return value;
  throw new UserError(`${option} takes ${form}.`, `It was "${text}".`);
}
