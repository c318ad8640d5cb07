/** Objects that are made step by step: `Function.Builder.create(scope, id).memorySize(2048).build()`, `FunctionProps.builder().memorySize(2048).build()`. */
import type { Location } from '../../ir/index.js';
import type { Made, Property, RecordValue, StaticValue } from './values.js';

const START = /\.(?:Builder\.create|builder)$/;
const MAX_STEPS = 200;

/** What `build()` of `builder` makes: an object of the class, with the steps as its named arguments; nothing when it is no such builder. */
export function builtBy(builder: StaticValue): Pick<Made, 'by' | 'args' | 'at'> | undefined {
  const steps: [string, Property][] = [];
  let current: StaticValue | undefined = builder;
  for (let step = 0; current?.kind === 'made' && step < MAX_STEPS; step++) {
    const { by, receiver, args, at }: Made = current;
    if (receiver === undefined) {
      const record: RecordValue = { kind: 'record', entries: new Map(steps.toReversed()), isWhole: true, isNamed: true };
      return START.test(by) ? { by: by.replace(START, ''), args: [...args, record], at } : undefined;
    }
    const [value] = args;
    if (value !== undefined) steps.push([by, { value, at: endOf(at) }]);
    current = receiver;
  }
  return undefined;
}

/** A chain of calls begins where its first call does; the last one is where it ends. */
function endOf(at: Location): Location {
  return { ...at, line: at.endLine, column: Math.max(1, at.endColumn - 1) };
}
