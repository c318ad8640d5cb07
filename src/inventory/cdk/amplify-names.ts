/** Amplify's own names in CDK code: a backend is a CDK application whose functions may be made by `defineFunction`. */
import { propertyOf, type Made, type StaticValue } from '../evaluation/values.js';

const LIBRARY = '@aws-amplify/backend';

/** Whether `made` is what the function `name` of Amplify gives: `defineFunction`. */
export function isAmplifys({ by, receiver }: Made, name: string): boolean {
  return receiver === undefined && by === `${LIBRARY}.${name}`;
}

/** With settings of its own, or with a function that makes a construct. */
export function isAmplifyFunction(made: Made): boolean {
  return isAmplifys(made, 'defineFunction');
}

/** A backend has what it is made of as properties: `backend.orders` of `defineBackend({ orders })`. */
export function functionOfBackend({ of, name }: StaticValue & { readonly kind: 'member' }): StaticValue | undefined {
  return of.kind === 'made' && isAmplifys(of, 'defineBackend') ? propertyOf(of.args[0], name)?.value : undefined;
}
