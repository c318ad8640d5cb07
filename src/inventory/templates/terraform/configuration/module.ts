/** A module with the values that it is called with: the resources and modules that it has, each once per instance. */
import type { Location, Problem } from '../../../../ir/index.js';
import type { Block } from '../hcl/tree.js';
import { evaluate, withNames, type Budget, type Scope } from '../language/evaluate.js';
import type { FileAccess } from '../language/functions.js';
import { failing, list, map, scalar, textOf, unknown, type HandleValue, type Origin, type Value } from '../language/values.js';
import { instancesOf, type Instance } from './expansion.js';
import { localFolder, type ModuleText, type ModuleTexts } from './module-text.js';
import { meaningOf } from './names.js';
import { completed } from './variable-types.js';

/** One instance of a resource, of a data source, or of a module that is not in the repository. */
export interface Declared {
  readonly mode: 'resource' | 'data' | 'module';
  /** Of a module: where it comes from. */
  readonly type: string;
  readonly block: Block;
  readonly scope: Scope;
  /** As Terraform calls it: `module.api.aws_lambda_function.this["get"]`. */
  readonly address: string;
  readonly origin: Origin;
  readonly module: Module;
  /** Why the number of its instances, or of its module's, is not known. */
  readonly unknown: readonly string[];
}

/** What all modules of one configuration share. */
export interface Configuration {
  readonly texts: ModuleTexts;
  /** The folder that is applied. */
  readonly folder: string;
  readonly budget: Budget;
  readonly files: FileAccess;
  readonly problems: Problem[];
  modulesLeft: number;
}

/** How a module came to be. */
interface Call {
  /** The value of an argument, as it is where the module is called; nothing when it is not given. */
  readonly input: (name: string) => Value | undefined;
  /** `module.api.` */
  readonly prefix: string;
  /** The file that is applied, with the call that leads here. */
  readonly file: string;
  readonly depth: number;
  readonly unknown: readonly string[];
}

/** A call of a module, for one instance of it. */
interface Called {
  readonly key: string | number | undefined;
  readonly declared: Declared;
  /** Nothing for a module that is not in the repository. */
  readonly module: Module | undefined;
}

const MAX_DEPTH = 12;
/** Attributes that everything has which is made. */
const IDENTITY = /(?:^|_)(?:arn|id)$/;

export class Module {
  readonly scope: Scope;
  readonly #values = new Map<string, Value>();
  readonly #declared = new Map<Block, readonly Declared[]>();
  readonly #called = new Map<Block, readonly Called[]>();

  constructor(readonly text: ModuleText, readonly configuration: Configuration, readonly call?: Call) {
    this.scope = { names: new Map(), global: (name, at) => meaningOf(this, name, at), files: configuration.files, budget: configuration.budget };
  }

  /** Its resources and those of the modules that it calls; modules that are not in the repository are there themselves. */
  everything(): readonly Declared[] {
    return [
      ...this.text.resources.flatMap((block) => this.#instances(block)),
      ...this.text.calls.flatMap((block) => this.#calls(block)).flatMap(({ declared, module }) => module?.everything() ?? [declared]),
    ];
  }

  variable(name: string, at: Location): Value {
    return this.#once(`var.${name}`, at, () => {
      const block = this.text.variables.get(name);
      if (block === undefined) return failing(`the variable ${name} is declared nowhere`, at, `var.${name}`);
      const { attributes } = block.body;
      const fallback = attributes.get('default');
      const written = this.call === undefined ? this.text.given.get(name) : undefined;
      const given = written === undefined ? this.call?.input(name) : evaluate(written, this.scope);
      const isLeftOut = given === undefined || (given.kind === 'scalar' && given.value === null && textOf(this.#of(block, 'nullable')) === 'false');
      if (isLeftOut && fallback === undefined) return unknown(`the variable ${name}, which has no default`, at, `var.${name}`);
      return completed(isLeftOut ? evaluate(fallback!, this.scope) : given, attributes.get('type'), this.scope);
    });
  }

  local(name: string, at: Location): Value {
    const expression = this.text.locals.get(name);
    return this.#once(`local.${name}`, at, () => (expression === undefined ? failing(`the local value ${name} is declared nowhere`, at, `local.${name}`) : evaluate(expression, this.scope)));
  }

  output(name: string, at: Location): Value {
    const value = this.text.outputs.get(name)?.body.attributes.get('value');
    return this.#once(`output.${name}`, at, () => (value === undefined ? failing(`the module has no output ${name}`, at) : evaluate(value, this.scope)));
  }

  /** The resource or data source with all its instances. */
  declared(mode: 'resource' | 'data', type: string, name: string, at: Location): Value {
    const block = this.text.resources.find(({ type: kind, labels }) => kind === mode && labels[0] === type && labels[1] === name);
    const text = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
    if (block === undefined) return unknown(`${text}, which is declared nowhere`, at, text);
    return together(block, this.#instances(block).map((declared) => [keyOf(declared), this.handle(declared, text)]));
  }

  /** The module that is called `name`, with all its instances. */
  called(name: string, at: Location): Value {
    const block = this.text.calls.find(({ labels }) => labels[0] === name);
    if (block === undefined) return unknown(`the module ${name}, which is called nowhere`, at, `module.${name}`);
    return together(block, this.#calls(block).map((call) => [call.key, this.#outputsOf(call, `module.${name}`, at)]));
  }

  /** What is asked of one instance. */
  handle(declared: Declared, text: string): HandleValue {
    const { block, origin, scope } = declared;
    const attribute = (name: string): Value => this.#once(`${origin.id}.${name}`, block.at, () => {
      const from = { ...origin, attribute: name };
      const expression = block.body.attributes.get(name);
      if (expression === undefined) return { ...unknown(`an attribute of ${text}, known after it is made`, block.at, `${text}.${name}`), from, ...(IDENTITY.test(name) ? { isThere: true } : {}) };
      const value = evaluate(expression, scope);
      return value.kind === 'scalar' || value.kind === 'unknown' ? { ...value, from } : value;
    });
    return { kind: 'handle', text, from: origin, at: block.at, attribute };
  }

  #outputsOf({ declared, module }: Called, text: string, at: Location): HandleValue {
    const { origin } = declared;
    const attribute = (name: string): Value => module?.output(name, at) ?? { ...unknown(`an output of ${text}, which is not in the repository`, at, `${text}.${name}`), from: { ...origin, attribute: name } };
    return { kind: 'handle', text, from: origin, at, attribute };
  }

  #instances(block: Block): readonly Declared[] {
    let instances = this.#declared.get(block);
    if (instances !== undefined) return instances;
    // A number of instances that depends on them is none.
    this.#declared.set(block, []);
    const [type = '', name = ''] = block.labels;
    instances = instancesOf(block, this.scope).map((instance) => this.#declare(block, block.type === 'data' ? 'data' : 'resource', type, `${block.type === 'data' ? 'data.' : ''}${type}.${name}`, instance));
    this.#declared.set(block, instances);
    return instances;
  }

  #declare(block: Block, mode: Declared['mode'], type: string, text: string, { key, names, unknown: reason }: Instance): Declared {
    const base = `${this.call?.prefix ?? ''}${text}`;
    const address = key === undefined ? base : `${base}[${JSON.stringify(key)}]`;
    const { folder } = this.configuration;
    return {
      mode, type, block, address, module: this, scope: withNames(this.scope, names), unknown: [...(this.call?.unknown ?? []), ...(reason === undefined ? [] : [reason])],
      origin: { id: `${folder}|${address}`, group: `${folder}|${base}`, attribute: '' },
    };
  }

  #calls(block: Block): readonly Called[] {
    let calls = this.#called.get(block);
    if (calls !== undefined) return calls;
    this.#called.set(block, []);
    const source = textOf(this.#of(block, 'source')) ?? '';
    const folder = localFolder(this.text.folder, source);
    const text = folder === undefined ? undefined : this.configuration.texts.read(folder);
    calls = instancesOf(block, this.scope).map((instance) => {
      const declared = this.#declare(block, 'module', source, `module.${block.labels[0] ?? ''}`, instance);
      return { key: instance.key, declared, module: text && this.#open(text, declared) };
    });
    this.#called.set(block, calls);
    return calls;
  }

  #open(text: ModuleText, { address, block, scope, unknown: reasons }: Declared): Module | undefined {
    const { configuration } = this;
    const depth = (this.call?.depth ?? 0) + 1;
    if (depth > MAX_DEPTH || configuration.modulesLeft-- <= 0) {
      const message = depth > MAX_DEPTH ? `${address} is not read: modules are nested more than ${MAX_DEPTH} levels deep` : `${address} is not read: there are too many modules`;
      if (configuration.problems.length < 20) configuration.problems.push({ kind: 'too-deep', file: block.at.file, line: block.at.line, message });
      return undefined;
    }
    const input = (name: string): Value | undefined => {
      const argument = block.body.attributes.get(name);
      return argument && evaluate(argument, scope);
    };
    return new Module(text, configuration, { input, prefix: `${address}.`, file: this.call?.file ?? block.at.file, depth, unknown: reasons });
  }

  #of({ body }: Block, name: string): Value | undefined {
    const expression = body.attributes.get(name);
    return expression && evaluate(expression, this.scope);
  }

  /** What depends on itself is unknown. */
  #once(name: string, at: Location, compute: () => Value): Value {
    const known = this.#values.get(name);
    if (known !== undefined) return known;
    this.#values.set(name, unknown('a value that depends on itself', at));
    const value = compute();
    this.#values.set(name, value);
    return value;
  }
}

function keyOf({ address, origin }: Declared): string | number | undefined {
  const base = origin.group.slice(origin.group.indexOf('|') + 1);
  return address === base ? undefined : (JSON.parse(address.slice(base.length + 1, -1)) as string | number);
}

/** Instances as the configuration sees them: one thing, a list by `count`, a map by `for_each`. */
function together(block: Block, instances: readonly (readonly [string | number | undefined, HandleValue])[]): Value {
  const [first] = instances;
  if (first !== undefined && first[0] === undefined) return first[1];
  const { attributes } = block.body;
  if (attributes.has('count')) return list(instances.map(([, value]) => value), block.at);
  return attributes.has('for_each') ? map(new Map(instances.map(([key, value]) => [String(key), value])), block.at) : scalar(null, block.at);
}
