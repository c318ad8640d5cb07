/** Schedules of Amplify in the text of EventBridge, as its library translates them. */
const EVERY: Readonly<Record<string, string>> = { day: 'cron(0 0 * * ? *)', week: 'cron(0 0 ? * 1 *)', month: 'cron(0 0 1 * ? *)', year: 'cron(0 0 1 1 ? *)' };

/** `every 5m`, `every day`, `0 9 * * 1-5`; what is no such text stays as it is. */
export function scheduleOf(text: string): string {
  const [, amount, unit = ''] = /^every (?:(\d+)(m|h)|day|week|month|year)$/.exec(text) ?? [];
  if (amount !== undefined) return unit === 'm' ? `cron(*/${amount} * * * ? *)` : `cron(0 */${amount} * * ? *)`;
  const named = EVERY[text.replace(/^every /, '')];
  if (named !== undefined) return named;
  const fields = text.split(' ');
  const [minute, hour, day, month, weekDay, year = '*'] = fields;
  if (fields.length < 5 || fields.length > 6) return text;
  // Of the two kinds of days one has to be open.
  return day === '?' ? `cron(${minute} ${hour} ? ${month} ${weekDay} ${year})` : `cron(${minute} ${hour} ${day} ${month} ? ${year})`;
}
