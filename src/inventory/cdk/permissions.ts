/** Services that CDK code allows to call a function: what calls it where nothing else says so. */
import { argumentOf, camelCase, propertyOf, textOf, type Made, type StaticValue } from '../evaluation/values.js';
import type { Trigger } from '../lambda-function.js';
import { kindOfPrincipal } from '../templates/trigger-kinds.js';
import { idOf } from './construct-path.js';
import { propsOf } from './function-construct.js';
import { madeBy, madeIn } from './names.js';

/** What calls a function, and the function or what belongs to it. */
export interface Caller {
  readonly fn: StaticValue | undefined;
  readonly trigger: Trigger;
}

/** The service that a call or construct allows to call a function: `fn.addPermission(id, { principal })`, `fn.grantInvoke(principal)`, `new CfnPermission(…)`. */
export function permittedCaller(made: Made): Caller | undefined {
  if (made.receiver === undefined) {
    if (madeBy(made) !== 'lambda.CfnPermission') return undefined;
    const props = propsOf(made);
    return caller(made, propertyOf(props, 'functionName')?.value, propertyOf(props, 'principal')?.value, idOf(made));
  }
  switch (camelCase(made.by)) {
    case 'addPermission': return caller(made, made.receiver, propertyOf(made.args.at(-1), 'principal')?.value, textOf(argumentOf(made, 0, 'id')));
    case 'grantInvoke': return caller(made, made.receiver, argumentOf(made, 0, 'grantee') ?? argumentOf(made, 0, 'identity'), undefined);
    default: return undefined;
  }
}

function caller({ at }: Made, fn: StaticValue | undefined, principal: StaticValue | undefined, name: string | undefined): Caller | undefined {
  const service = textOf(madeBy(principal) === 'iam.ServicePrincipal' ? madeIn(principal)?.args[0] : principal);
  const kind = kindOfPrincipal(service);
  return kind === undefined || service === undefined ? undefined : { fn, trigger: { kind, name: name ?? service, at } };
}
