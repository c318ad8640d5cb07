/** Walks bodies of the IR and computes what is certain in them; calls of the repository's own functions are followed. */
import type { Block, Callee, FunctionBody, FunctionId, Location, Operand, Place, Program, Span, Statement, TypeId } from '../../ir/index.js';
import { fileOf, locate } from '../../ir/index.js';
import { folderOf, joinPath } from '../files/files-below.js';
import { eitherOf, entryOf, NOTHING, plain, recordOf, UNKNOWN, type StaticValue } from './values.js';

/** An object of a library's class that the code makes. */
export interface Made {
  readonly type: string;
  readonly args: readonly StaticValue[];
  readonly at: Location;
}

/** Steps over all files; a program that takes more is not read to its end. */
const MAX_STEPS = 200_000;
const MAX_DEPTH = 6;
const CONSTRUCTOR = '<constructor>';

/** Computes values of one program. */
export class Evaluator {
  readonly #modules = new Map<string, ReadonlyMap<string, StaticValue>>();
  readonly #captured = new Map<string, StaticValue>();
  #steps = 0;

  constructor(readonly program: Program, readonly onMade: (made: Made) => void) {}

  /** Runs everything that `file` holds: its top level, then each function as if somebody called it. */
  run(file: string): void {
    const module = this.program.module(file);
    if (!module) return;
    this.#variables(file);
    for (const body of module.bodies.values()) if (body.id !== module.init) new Frame(this, body, [], 0).run();
  }

  call(id: FunctionId, args: readonly StaticValue[], depth: number): StaticValue {
    const body = depth < MAX_DEPTH ? this.program.body(id) : undefined;
    return body ? new Frame(this, body, args, depth).run() : UNKNOWN;
  }

  step(): boolean {
    return ++this.#steps < MAX_STEPS;
  }

  /** A variable of a module, as its top-level code leaves it. */
  variable(file: string, name: string): StaticValue {
    return this.#variables(file).get(name) ?? UNKNOWN;
  }

  #variables(file: string): ReadonlyMap<string, StaticValue> {
    const known = this.#modules.get(file);
    if (known) return known;
    const stored = new Map<string, StaticValue>();
    // Modules that import each other in a circle find what has been stored so far.
    this.#modules.set(file, stored);
    const module = this.program.module(file);
    const init = module?.init === undefined ? undefined : module.bodies.get(module.init);
    if (init) new Frame(this, init, [], 0, stored).run();
    return stored;
  }

  captured(owner: FunctionId, name: string): StaticValue {
    return this.#captured.get(`${owner} ${name}`) ?? UNKNOWN;
  }

  capture(owner: FunctionId, name: string, value: StaticValue): void {
    const key = `${owner} ${name}`;
    const known = this.#captured.get(key);
    this.#captured.set(key, known === undefined ? value : eitherOf(known, value));
  }

  locate(id: FunctionId, at: Span): Location {
    const file = fileOf(id);
    return locate(file, this.program.module(file)?.lineStarts ?? [0], at);
  }
}

/** One function that is being run. */
class Frame {
  readonly #file: string;
  #locals = new Map<string, StaticValue>();
  #result: StaticValue | undefined;

  constructor(readonly evaluator: Evaluator, readonly body: FunctionBody, args: readonly StaticValue[], readonly depth: number, readonly variables?: Map<string, StaticValue>) {
    this.#file = fileOf(body.id);
    // Of a call everything is known: a parameter without argument has none.
    const missing = args.length > 0 ? NOTHING : UNKNOWN;
    body.parameters.forEach(({ name, rest }, i) => this.#locals.set(name, rest === undefined ? args[i] ?? missing : UNKNOWN));
  }

  run(): StaticValue {
    this.#block(this.body.body);
    return this.#result ?? NOTHING;
  }

  #block(block: Block): void {
    for (const statement of block) if (this.evaluator.step()) this.#statement(statement);
  }

  #statement(s: Statement): void {
    switch (s.op) {
      case 'move': return this.#set(s.to, this.#value(s.from));
      case 'load': return this.#set(s.to, this.#load(s.place));
      case 'store': return this.#store(s.place, this.#value(s.value));
      case 'concat': return this.#set(s.to, this.#concat(s.parts.map((part) => this.#value(part))));
      case 'compute': return this.#set(s.to, this.#compute(s.operator, s.operands.map((operand) => this.#value(operand))));
      case 'object': return this.#set(s.to, recordOf(s.entries.map(({ key, value }) => ({ ...(key === undefined ? {} : { key: this.#value(key) }), value: this.#value(value) }))));
      case 'array': return this.#set(s.to, s.items.some((item) => item.spread) ? UNKNOWN : { kind: 'list', items: s.items.map((item) => this.#value(item.value)) });
      case 'new': return this.#set(s.to, this.#make(s.type?.name, s.args.map((arg) => this.#value(arg.value)), s.at));
      case 'call': {
        const value = this.#call(s.callee, s.args.some((arg) => arg.spread) ? [] : s.args.map((arg) => this.#value(arg.value)), s.at);
        return s.to === undefined ? undefined : this.#set(s.to, value);
      }
      case 'suspend': return s.to === undefined ? undefined : this.#set(s.to, s.value === undefined ? UNKNOWN : this.#value(s.value));
      case 'closure': case 'unknown': return s.to === undefined ? undefined : this.#set(s.to, UNKNOWN);
      case 'if': {
        const condition = truthOf(this.#value(s.condition));
        return condition === undefined ? this.#either([s.then, s.else]) : this.#block(condition ? s.then : s.else);
      }
      case 'switch': return this.#either([...s.cases.map((each) => each.body), []]);
      case 'loop': return this.#either([[...s.test, ...s.body, ...s.update], []]);
      case 'try': {
        this.#either([s.body, ...s.handlers.map((handler) => handler.body)]);
        return this.#block(s.finally);
      }
      case 'label': return this.#block(s.body);
      case 'return': {
        const value = s.value === undefined ? NOTHING : this.#value(s.value);
        this.#result = this.#result === undefined ? value : eitherOf(this.#result, value);
        return;
      }
      case 'delete': case 'acquire': case 'release': case 'break': case 'continue': case 'throw': return;
    }
  }

  /** One of `blocks` runs: what they leave different is unknown. */
  #either(blocks: readonly Block[]): void {
    const before = this.#locals;
    const ends = blocks.map((block) => {
      this.#locals = new Map(before);
      this.#block(block);
      return this.#locals;
    });
    this.#locals = new Map([...new Set(ends.flatMap((end) => [...end.keys()]))].map((name) => {
      const [first, ...others] = ends.map((end) => end.get(name) ?? UNKNOWN);
      return [name, others.reduce(eitherOf, first ?? UNKNOWN)];
    }));
  }

  #set(name: string, value: StaticValue): void {
    this.#locals.set(name, value);
  }

  #value(operand: Operand): StaticValue {
    switch (operand.kind) {
      case 'local': return this.#locals.get(operand.name) ?? UNKNOWN;
      case 'constant': return plain(operand.value);
      case 'symbol': return operand.name === '__dirname' || operand.name === 'import.meta.dirname' ? { kind: 'path', path: folderOf(this.#file) }
        : operand.name === '__filename' || operand.name === 'import.meta.filename' || operand.name === 'import.meta.url' ? { kind: 'path', path: this.#file } : { kind: 'symbol', name: operand.name };
      case 'this': case 'type': case 'namespace': return UNKNOWN;
    }
  }

  #load(place: Place): StaticValue {
    switch (place.kind) {
      case 'module': return place.module === this.#file && this.variables ? this.variables.get(place.name) ?? UNKNOWN : this.evaluator.variable(place.module, place.name);
      case 'captured': return this.evaluator.captured(place.owner, place.name);
      case 'field': {
        const object = this.#value(place.object);
        return object.kind === 'symbol' ? { kind: 'symbol', name: `${object.name}.${place.field}` } : entryOf(object, place.field) ?? NOTHING;
      }
      case 'element': {
        const key = this.#value(place.key);
        return key.kind === 'plain' ? entryOf(this.#value(place.object), String(key.value)) ?? NOTHING : UNKNOWN;
      }
      case 'static': {
        const constant = this.evaluator.program.type(place.type)?.fields.find(({ name }) => name === place.field)?.constant;
        return constant === undefined ? UNKNOWN : plain(constant);
      }
    }
  }

  #store(place: Place, value: StaticValue): void {
    if (place.kind === 'captured') this.evaluator.capture(place.owner, place.name, value);
    if (place.kind === 'module' && place.module === this.#file) this.variables?.set(place.name, value);
    // A record that is changed after it was written down is no longer what was written.
    if (place.kind === 'field' && place.object.kind === 'local') this.#assignEntry(place.object.name, place.field, value);
  }

  #assignEntry(local: string, name: string, value: StaticValue): void {
    const record = this.#locals.get(local);
    if (record?.kind === 'record') this.#set(local, { ...record, entries: new Map([...record.entries, [name, value]]) });
  }

  #concat(parts: readonly StaticValue[]): StaticValue {
    const [first, ...rest] = parts;
    const texts = (first?.kind === 'path' ? rest : parts).map((part) => (part.kind === 'plain' ? String(part.value) : undefined));
    if (texts.includes(undefined)) return UNKNOWN;
    return first?.kind === 'path' ? joined(first.path, texts.join('')) : plain(texts.join(''));
  }

  #compute(operator: string, operands: readonly StaticValue[]): StaticValue {
    const [left, right] = operands;
    if (operator === 'is-null') return left === undefined || left.kind === 'unknown' ? UNKNOWN : plain(left.kind === 'nothing');
    if (operator === '!') return plainOrUnknown(left && truthOf(left), (truth) => !truth);
    if (/^[!=]==?$/.test(operator) && left?.kind === 'plain' && right?.kind === 'plain') return plain((left.value === right.value) === operator.startsWith('='));
    if (operator === '+' && left && right) return typeof numeric(left) === 'number' && typeof numeric(right) === 'number' ? plain(numeric(left)! + numeric(right)!) : this.#concat(operands);
    const [a, b] = [left && numeric(left), right && numeric(right)];
    if (a === undefined || b === undefined) return UNKNOWN;
    return operator === '*' ? plain(a * b) : operator === '-' ? plain(a - b) : operator === '/' ? plain(a / b) : UNKNOWN;
  }

  #make(type: string | undefined, args: readonly StaticValue[], at: Span): StaticValue {
    if (type === undefined) return UNKNOWN;
    const location = this.evaluator.locate(this.body.id, at);
    if (this.evaluator.program.type(type)) return this.#construct(type, args, location);
    if (type === 'URL' && args[1]?.kind === 'path' && args[0]?.kind === 'plain') return joined(folderOf(args[1].path), String(args[0].value));
    this.evaluator.onMade({ type, args, at: location });
    return { kind: 'made', by: type, args, at: location };
  }

  #call(callee: Callee, args: readonly StaticValue[], at: Span): StaticValue {
    switch (callee.kind) {
      case 'direct': return this.evaluator.call(callee.function, args, this.depth + 1);
      case 'symbol': return pathCall(callee.name, args, this.#file) ?? { kind: 'made', by: callee.name, args, at: this.evaluator.locate(this.body.id, at) };
      case 'method': {
        const own = callee.receiver.kind === 'this' && this.body.owner !== undefined
          ? this.evaluator.program.type(this.body.owner)?.methods.find(({ name }) => name.endsWith(`.${callee.name}`)) : undefined;
        return own === undefined ? UNKNOWN : this.evaluator.call(own.id, args, this.depth + 1);
      }
      case 'super': {
        const base = callee.name === CONSTRUCTOR ? this.evaluator.program.type(callee.type)?.bases[0]?.name : undefined;
        return base === undefined ? UNKNOWN : this.#make(base, args, at);
      }
      case 'value': return UNKNOWN;
    }
  }

  /** An object of a class of the repository: what its constructor makes, it makes of these arguments. */
  #construct(type: TypeId, args: readonly StaticValue[], at: Location): StaticValue {
    const { program } = this.evaluator;
    const declaration = program.type(type);
    const own = declaration?.methods.find((method) => method.isConstructor);
    if (own) this.evaluator.call(own.id, args, this.depth + 1);
    else if (declaration?.bases[0] && !program.type(declaration.bases[0].name)) this.evaluator.onMade({ type: declaration.bases[0].name, args, at });
    return UNKNOWN;
  }
}

/** Whether a condition holds, when that is certain. */
function truthOf(value: StaticValue): boolean | undefined {
  return value.kind === 'unknown' ? undefined : value.kind === 'plain' ? Boolean(value.value) : value.kind !== 'nothing';
}

function plainOrUnknown<T>(value: T | undefined, map: (value: T) => string | number | boolean): StaticValue {
  return value === undefined ? UNKNOWN : plain(map(value));
}

function numeric(value: StaticValue): number | undefined {
  return value.kind === 'plain' && typeof value.value === 'number' ? value.value : undefined;
}

/** `path.join(__dirname, '..', 'src')` and what else makes paths; nothing when the function is another one. */
function pathCall(name: string, args: readonly StaticValue[], file: string): StaticValue | undefined {
  const called = /^node:path(?:\.posix)?\.(join|resolve|dirname|normalize)$/.exec(name)?.[1];
  const [first, ...rest] = args;
  if (name === 'node:url.fileURLToPath') return first;
  if (called === undefined) return undefined;
  if (called === 'dirname') return first?.kind === 'path' ? { kind: 'path', path: folderOf(first.path) } : UNKNOWN;
  const texts = (first?.kind === 'path' ? rest : args).map((arg) => (arg.kind === 'plain' ? String(arg.value) : undefined));
  if (texts.includes(undefined)) return first?.kind === 'made' && first.by === 'process.cwd' && !rest.some((arg) => arg.kind !== 'plain') ? plain(`./${texts.slice(1).join('/')}`) : UNKNOWN;
  return first?.kind === 'path' ? joined(first.path, texts.join('/')) : file === '' ? UNKNOWN : plain(texts.join('/'));
}

function joined(folder: string, path: string): StaticValue {
  const target = joinPath(folder, path);
  return target === undefined ? UNKNOWN : { kind: 'path', path: target };
}
