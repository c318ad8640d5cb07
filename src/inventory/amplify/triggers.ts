/** What Amplify itself calls functions for: sign-in, storage, fields of its API. Everything else is CDK. */
import { isAmplifys } from '../cdk/amplify-names.js';
import { functionMeant } from '../cdk/function-meant.js';
import { isThere, propertyOf, textOf, type Made } from '../evaluation/values.js';
import type { Trigger, TriggerKind } from '../lambda-function.js';

const WITH_TRIGGERS: ReadonlyMap<string, TriggerKind> = new Map([['defineAuth', 'cognito'], ['defineStorage', 's3']]);
/** `a.handler.function(orders)`, `a.handler.function(orders).async()` */
const FIELD_HANDLER = /^@aws-amplify\/(?:backend|data-schema)\.a\.handler\.function$/;

/** The function that the backend has by that name. */
function functionNamed(name: string | undefined, all: readonly Made[]): Made | undefined {
  const held = name === undefined ? undefined : all.filter((made) => isAmplifys(made, 'defineBackend')).map(({ args }) => propertyOf(args[0], name)?.value).find(isThere);
  return functionMeant(held);
}

/** By the function that is called. */
export function amplifyTriggers(made: readonly Made[]): ReadonlyMap<Made, readonly Trigger[]> {
  const found = new Map<Made, Trigger[]>();
  for (const [fn, trigger] of made.flatMap((each) => callsIn(each, made))) found.set(fn, [...found.get(fn) ?? [], trigger]);
  return found;
}

function callsIn(made: Made, all: readonly Made[]): readonly (readonly [Made, Trigger])[] {
  if (made.receiver === undefined && FIELD_HANDLER.test(made.by)) {
    const fn = functionMeant(made.args[0]) ?? functionNamed(textOf(made.args[0]), all);
    return fn ? [[fn, { kind: 'other', name: 'AppSync', at: made.at }]] : [];
  }
  const [name, kind] = [...WITH_TRIGGERS].find(([each]) => isAmplifys(made, each)) ?? [];
  const triggers = name === undefined ? undefined : propertyOf(made.args[0], 'triggers')?.value;
  if (kind === undefined || triggers?.kind !== 'record') return [];
  return [...triggers.entries].flatMap(([event, { value, at }]) => {
    const fn = functionMeant(value);
    return fn ? [[fn, { kind, name: event, at: at ?? made.at }] as const] : [];
  });
}
