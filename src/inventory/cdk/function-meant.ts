/** Which function a value refers to. */
import { propertyOf, type Made, type StaticValue } from '../evaluation/values.js';
import { functionOfBackend, isAmplifyFunction } from './amplify-names.js';
import { functionKind, propsOf } from './function-construct.js';
import { madeIn } from './names.js';

/** A reference leads through an alias and a version, and the properties of both. */
const MAX_REFERENCES = 8;
/** Properties by which constructs name their function. */
const NAMES: readonly string[] = ['version', 'lambda', 'function', 'functionName'];

/** The construct of the function that `value` is, or belongs to: its alias, its version, its ARN. */
export function functionMeant(value: StaticValue | undefined, depth = 0): Made | undefined {
  if (value === undefined || depth > MAX_REFERENCES) return undefined;
  if (value.kind === 'member') return functionMeant(functionOfBackend(value) ?? value.of, depth + 1);
  const made = madeIn(value);
  if (!made) return undefined;
  if (functionKind(made)) return made;
  if (isAmplifyFunction(made)) return made.args[0]?.kind === 'closure' ? functionMeant(made.results?.[0], depth + 1) : made;
  if (made.receiver !== undefined) return functionMeant(made.receiver, depth + 1);
  if (!/\.(?:Cfn)?(?:Alias|Version)$/.test(made.by)) return undefined;
  return NAMES.map((name) => functionMeant(propertyOf(propsOf(made), name)?.value, depth + 1)).find((fn) => fn !== undefined);
}
