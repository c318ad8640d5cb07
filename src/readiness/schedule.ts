/** How often a schedule runs: https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html */

const MINUTES_PER_MONTH = 43_800;
const MINUTES: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440 };
const DAYS_PER_MONTH = 30.4;
const MONTHS = 12;

/** Runs in a mean month; nothing when the expression is not understood. */
export function runsPerMonth(expression: string): number | undefined {
  const [, kind, content = ''] = /^\s*(rate|cron|at)\s*\((.*)\)\s*$/i.exec(expression) ?? [];
  switch (kind?.toLowerCase()) {
    case 'rate': return runsOfRate(content);
    case 'cron': return runsOfCron(content.trim().split(/\s+/));
    case 'at': return 1;
    default: return undefined;
  }
}

function runsOfRate(text: string): number | undefined {
  const [, amount, unit = ''] = /^\s*(\d+)\s+(minute|hour|day)s?\s*$/.exec(text) ?? [];
  const every = Number(amount) * (MINUTES[unit] ?? 0);
  return every > 0 ? MINUTES_PER_MONTH / every : undefined;
}

/** Minutes, hours, day of the month, month, day of the week, year. */
function runsOfCron(fields: readonly string[]): number | undefined {
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  const parts = [timesIn(minute, 60), timesIn(hour, 24), daysPerMonth(day, weekday), timesIn(month, MONTHS)];
  const [minutes, hours, days, months] = parts;
  return fields.length < 5 || minutes === undefined || hours === undefined || days === undefined || months === undefined ? undefined : minutes * hours * days * (months / MONTHS);
}

function daysPerMonth(day: string, weekday: string): number | undefined {
  if (!isAny(weekday)) {
    const times = timesIn(weekday, 7);
    return times === undefined ? undefined : /[#L]/i.test(weekday) ? 1 : (times * DAYS_PER_MONTH) / 7;
  }
  return isAny(day) ? DAYS_PER_MONTH : timesIn(day, DAYS_PER_MONTH);
}

/** How many values of `all` a field stands for. */
function timesIn(field: string, all: number): number | undefined {
  if (isAny(field)) return all;
  const times = field.split(',').map((part) => {
    const [, range = '', step] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? [];
    if (range === '') return undefined;
    const values = widthOf(range, all, step !== undefined);
    return values === undefined ? undefined : Math.max(1, Math.ceil(values / Math.max(1, Number(step ?? 1))));
  });
  return times.includes(undefined) ? undefined : times.reduce<number>((sum, one) => sum + (one ?? 0), 0);
}

const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const MONTH_NAMES = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

function widthOf(range: string, all: number, isStart: boolean): number | undefined {
  if (isAny(range)) return all;
  const [from = '', to] = range.split('-');
  const [first, last] = [position(from), to === undefined ? undefined : position(to)];
  if (to !== undefined) return first === undefined || last === undefined ? undefined : (last - first + (last < first ? all : 0)) + 1;
  if (first === undefined) return undefined;
  // `5/15`: from 5 on, to the end.
  return isStart ? all - first : 1;
}

function position(name: string): number | undefined {
  const index = [DAYS, MONTH_NAMES].map((names) => names.indexOf(name.toUpperCase())).find((found) => found >= 0);
  if (index !== undefined) return index;
  // The last day of the month, the third Friday.
  return /^(?:\d+(?:[LW#]\d*)?|L|LW)$/i.test(name) ? Number.parseInt(name, 10) || 0 : undefined;
}

function isAny(field: string): boolean {
  return field === '*' || field === '?';
}
