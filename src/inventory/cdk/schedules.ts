/** Schedules as CDK code writes them, in the text of EventBridge: `rate(5 minutes)`, `cron(0 8 * * ? *)`. */
import { numberOf, propertyOf, textOf, type StaticValue } from '../evaluation/values.js';
import type { Setting } from '../lambda-function.js';
import { madeBy, madeIn } from './names.js';
import { secondsOf, setting, type Properties } from './properties.js';

/** The schedule of a rule; nothing when it has none, or none that is written down. */
export function scheduleIn(properties: Properties): Setting<string> | undefined {
  return setting(properties, 'schedule', scheduleOf) ?? setting(properties, 'scheduleExpression', textOf);
}

function scheduleOf(value: StaticValue | undefined): string | undefined {
  const [, how] = /^(?:events\.Schedule|scheduler\.ScheduleExpression|applicationautoscaling\.Schedule)\.(\w+)$/.exec(madeBy(value) ?? '') ?? [];
  const [first] = madeIn(value)?.args ?? [];
  switch (how) {
    case 'expression': return textOf(first) ?? textOf(propertyOf(first, 'expression')?.value);
    case 'rate': return rateOf(secondsOf(first) ?? secondsOf(propertyOf(first, 'duration')?.value));
    case 'cron': return cronOf(first);
    default: return textOf(value);
  }
}

const UNITS: readonly (readonly [seconds: number, name: string])[] = [[86_400, 'day'], [3600, 'hour'], [60, 'minute']];

function rateOf(seconds: number | undefined): string | undefined {
  const unit = seconds === undefined || seconds < 60 ? undefined : UNITS.find(([length]) => seconds % length === 0);
  const amount = unit === undefined || seconds === undefined ? undefined : seconds / unit[0];
  return amount === undefined ? undefined : `rate(${amount} ${unit?.[1]}${amount === 1 ? '' : 's'})`;
}

/** Fields that are left out mean every minute, hour, day; of the two kinds of days one has to be open. */
function cronOf(options: StaticValue | undefined): string | undefined {
  if (options !== undefined && (options.kind !== 'record' || !options.isWhole)) return undefined;
  const field = (name: string): string | undefined => {
    const value = propertyOf(options, name)?.value;
    return value === undefined || value.kind === 'nothing' ? undefined : textOf(value) ?? (numberOf(value) === undefined ? '' : String(numberOf(value)));
  };
  const [minute, hour, day, month, weekDay, year] = ['minute', 'hour', 'day', 'month', 'weekDay', 'year'].map(field);
  const fields = [minute ?? '*', hour ?? '*', day ?? (weekDay === undefined ? '*' : '?'), month ?? '*', weekDay ?? '?', year ?? '*'];
  return fields.includes('') ? undefined : `cron(${fields.join(' ')})`;
}
