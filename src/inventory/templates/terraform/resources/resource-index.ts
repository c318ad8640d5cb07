/** Everything that a configuration declares, by what values say that they come from. */
import type { Declared } from '../configuration/module.js';
import { originOf, readableOf, type Origin, type Value } from '../language/values.js';
import { propertiesOf, valueOf } from './properties.js';

/** Resources that stand for a function when they are named as a target, with the argument that says which. */
const STAND_INS: ReadonlyMap<string, string> = new Map([['aws_lambda_alias', 'function_name'], ['aws_lambda_function_url', 'function_name'], ['aws_lambda_permission', 'function_name']]);
const MAX_STEPS = 4;

export class ResourceIndex {
  readonly #byId: ReadonlyMap<string, Declared>;
  readonly #byGroup = new Map<string, Declared[]>();
  readonly #byType = new Map<string, Declared[]>();

  constructor(readonly all: readonly Declared[]) {
    this.#byId = new Map(all.map((declared) => [declared.origin.id, declared]));
    for (const declared of all) {
      append(this.#byGroup, declared.origin.group, declared);
      append(this.#byType, declared.type, declared);
    }
  }

  ofType(type: string): readonly Declared[] {
    return this.#byType.get(type) ?? [];
  }

  /** What `value` was taken from. */
  behind(value: Value | undefined): Declared | undefined {
    const origin = originOf(value);
    return origin && this.#declared(origin)[0];
  }

  /** The functions among `functions` that `value` names, by what it was taken from, by ARN or by name. */
  functionsMeant<T extends FunctionName>(value: Value | undefined, functions: readonly T[]): readonly T[] {
    let current = value;
    for (let step = 0; current !== undefined && step < MAX_STEPS; step++) {
      const origin = originOf(current);
      const declared: readonly Declared[] = origin === undefined ? [] : this.#declared(origin);
      const meant = functions.filter((fn) => declared.includes(fn.declared));
      if (meant.length > 0) return meant;
      const argument: string | undefined = declared[0] && STAND_INS.get(declared[0].type);
      if (argument === undefined) return byName(readableOf(current), functions);
      current = valueOf(propertiesOf(declared[0]!), argument);
    }
    return [];
  }

  #declared({ id, group }: Origin): readonly Declared[] {
    const one = this.#byId.get(id);
    return one === undefined ? this.#byGroup.get(group) ?? [] : [one];
  }
}

/** A function with the name that it has in the account. */
export interface FunctionName {
  readonly declared: Declared;
  readonly name: string | undefined;
}

function byName<T extends FunctionName>(text: string, functions: readonly T[]): readonly T[] {
  const name = /^arn:[^:]*:lambda:[^:]*:[^:]*:function:([^:/]+)/.exec(text)?.[1] ?? text;
  const found = name === '' ? [] : functions.filter((fn) => fn.name === name);
  // Of several configurations with the same names none is meant.
  return found.length === 1 ? found : [];
}

function append(groups: Map<string, Declared[]>, key: string, declared: Declared): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [declared]);
  else group.push(declared);
}
