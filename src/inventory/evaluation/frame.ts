/** One function that is being run: its variables, and the statements that change them. */
import type { Argument, Block, FunctionBody, Loop, Operand, Place, Span, Statement, Switch } from '../../ir/index.js';
import { fileOf } from '../../ir/index.js';
import { folderOf } from '../files/files-below.js';
import { bind, type Arguments } from './arguments.js';
import { call, construct } from './calls.js';
import type { Evaluator, Invocation } from './evaluator.js';
import { compute, concat, holds, recordOf } from './operations.js';
import { memberIn } from './members.js';
import { eitherOf, listOf, NOTHING, plain, UNKNOWN, type Environment, type Property, type StaticValue } from './values.js';

/** How a block ends: with its last statement, or before it. */
type Completion = 'through' | 'return' | 'break' | 'continue';

/** Turns of a loop that are run one by one. */
const MAX_TURNS = 300;

export class Frame {
  readonly file: string;
  readonly environment: Environment;
  #locals: Map<string, StaticValue>;
  #result: StaticValue | undefined;

  constructor(readonly evaluator: Evaluator, readonly body: FunctionBody, readonly invocation: Invocation) {
    this.file = fileOf(body.id);
    const outer = invocation.environment;
    this.environment = { owner: body.id, variables: evaluator.created(new Map<string, Property>()), ...(outer === undefined ? {} : { outer }) };
      this.#locals = new Map(bind(body.parameters, invocation.args));
  }

  run(): StaticValue {
    this.#block(this.body.body);
    return this.#result ?? NOTHING;
  }

  value(operand: Operand): StaticValue {
    switch (operand.kind) {
      case 'local': return this.#locals.get(operand.name) ?? UNKNOWN;
      case 'constant': return plain(operand.value);
      case 'symbol': return this.#symbol(operand.name);
      case 'this': return this.invocation.self ?? UNKNOWN;
      case 'type': return { kind: 'type', type: operand.type };
      case 'namespace': return { kind: 'namespace', module: operand.module };
    }
  }

  arguments(args: readonly Argument[]): Arguments {
    const positional: StaticValue[] = [];
    const named = new Map<string, Property>();
    let isWhole = true;
    for (const { value: operand, name, spread, at } of args) {
      const value = this.value(operand);
      if (spread && value.kind === 'list' && value.isWhole && name === undefined) positional.push(...value.items);
      else if (spread && value.kind === 'record') {
        for (const [key, property] of value.entries) named.set(key, property);
        isWhole &&= value.isWhole;
      } else if (spread) isWhole &&= value.kind === 'nothing';
      else if (name !== undefined) named.set(name, { value, ...this.#located(at) });
      else positional.push(value);
    }
    // After arguments that are not known no position is certain.
    return { positional: isWhole || named.size > 0 || !args.some(({ spread, name }) => spread && name === undefined) ? positional : [], named, isWhole };
  }

  #located(at: Span | undefined): Pick<Property, 'at'> {
    return at === undefined ? {} : { at: this.evaluator.locate(this.body.id, at) };
  }

  #symbol(name: string): StaticValue {
    if (name === '__dirname' || name === 'import.meta.dirname') return { kind: 'path', path: folderOf(this.file) };
    if (name === '__filename' || name === '__file__' || name === 'import.meta.filename' || name === 'import.meta.url') return { kind: 'path', path: this.file };
    return { kind: 'symbol', name };
  }

  #block(block: Block): Completion {
    for (const statement of block) {
      if (!this.evaluator.step()) return 'return';
      const completion = this.#statement(statement);
      if (completion !== 'through') return completion;
    }
    return 'through';
  }

  #statement(s: Statement): Completion {
    switch (s.op) {
      case 'move': this.#set(s.to, this.value(s.from)); break;
      case 'load': this.#set(s.to, this.#read(s.place, s.at)); break;
      case 'store': this.#store(s.place, this.value(s.value), s.at); break;
      case 'concat': this.#set(s.to, concat(s.parts.map((part) => this.value(part)))); break;
      case 'compute': this.#set(s.to, compute(s.operator, s.operands.map((operand) => this.value(operand)))); break;
      case 'object': this.#set(s.to, this.evaluator.created(this.#record(s.entries))); break;
      case 'array': {
        const { positional, isWhole } = this.arguments(s.items);
        this.evaluator.step(positional.length);
        this.#set(s.to, this.evaluator.created(listOf(positional, isWhole)));
        break;
      }
      case 'new': this.#set(s.to, this.#new(s.type?.name, s.callee, s.args, s.at)); break;
      case 'call': {
        const value = call(this, s);
        if (s.to !== undefined) this.#set(s.to, value);
        break;
      }
      case 'closure': this.#set(s.to, { kind: 'closure', function: s.function, environment: this.environment, ...(this.invocation.self === undefined ? {} : { self: this.invocation.self }) }); break;
      case 'suspend': if (s.to !== undefined) this.#set(s.to, s.value === undefined ? UNKNOWN : this.value(s.value)); break;
      case 'unknown': if (s.to !== undefined) this.#set(s.to, UNKNOWN); break;
      case 'if': return this.#if(holds(this.value(s.condition)), s.then, s.else);
      case 'switch': return this.#switch(s);
      case 'loop': return this.#loop(s);
      case 'try': {
        const completion = this.#block(s.body);
        for (const { body } of s.handlers) this.#either([body, []]);
        const last = this.#block(s.finally);
        return last === 'through' ? completion : last;
      }
      case 'label': return this.#block(s.body) === 'return' ? 'return' : 'through';
      case 'return': {
        const value = s.value === undefined ? NOTHING : this.value(s.value);
        this.#result = this.#result === undefined ? value : eitherOf(this.#result, value);
        return 'return';
      }
      case 'throw': return 'return';
      case 'break': case 'continue': return s.op;
      case 'delete': case 'acquire': case 'release': break;
    }
    return 'through';
  }

  #record(entries: Extract<Statement, { op: 'object' }>['entries']): StaticValue & { kind: 'record' } {
    const record = recordOf(entries.map(({ key, value, accessor, at }) => ({
      ...(key === undefined ? {} : { key: this.value(key) }), property: { value: accessor === undefined ? this.value(value) : UNKNOWN, ...this.#located(at) },
    })));
    this.evaluator.step(record.entries.size);
    return record;
  }

  #new(type: string | undefined, callee: Operand | undefined, args: readonly Argument[], at: Span): StaticValue {
    const made = callee === undefined ? undefined : this.value(callee);
    const name = type ?? (made?.kind === 'symbol' ? made.name : made?.kind === 'type' ? made.type : undefined);
    return construct(this, name, this.arguments(args), this.evaluator.locate(this.body.id, at));
  }

  #if(condition: boolean | undefined, then: Block, otherwise: Block): Completion {
    if (condition === undefined) return this.#either([then, otherwise]);
    if ((condition ? otherwise : then).some(({ op }) => op === 'new' || op === 'call' || op === 'if' || op === 'loop')) this.evaluator.skipping.add(this.body.id);
    return this.#block(condition ? then : otherwise);
  }

  #switch({ subject, cases }: Switch): Completion {
    const value = this.value(subject);
    const tests = cases.map((each) => each.tests.map((test) => this.value(test)));
    const isKnown = value.kind === 'plain' && tests.flat().every((test) => test.kind === 'plain');
    if (!isKnown) {
      const completion = this.#either([...cases.map((each) => each.body), ...(cases.some((each) => each.tests.length === 0) ? [] : [[]])]);
      return completion === 'break' ? 'through' : completion;
    }
    const matching = tests.findIndex((each) => each.some((test) => test.kind === 'plain' && test.value === value.value));
    this.evaluator.skipping.add(this.body.id);
    const first = matching >= 0 ? matching : cases.findIndex((each) => each.tests.length === 0);
    for (const each of first < 0 ? [] : cases.slice(first)) {
      const completion = this.#block(each.body);
      if (completion !== 'through') return completion === 'break' ? 'through' : completion;
      if (!each.fallsThrough) break;
    }
    return 'through';
  }

  #loop(loop: Loop): Completion {
    const items = loop.over && itemsOf(this.value(loop.over.collection), loop.over.keysOnly === true);
    if (items !== undefined && items.length <= MAX_TURNS) {
      for (const item of items) {
        if (loop.over) this.#set(loop.over.element, item);
        const completion = this.#block([...loop.test, ...loop.body, ...loop.update]);
        if (completion === 'return') return 'return';
        if (completion === 'break') break;
      }
      return 'through';
    }
    return loop.over === undefined ? this.#turns(loop) : this.#once(loop);
  }

  /** Turns as long as the condition surely holds. */
  #turns(loop: Loop): Completion {
    for (let turn = 0; turn < MAX_TURNS; turn++) {
      if (!(loop.testLast && turn === 0)) {
        this.#block(loop.test);
        const condition = loop.condition === undefined ? undefined : holds(this.value(loop.condition));
        if (condition === false) return 'through';
        if (condition === undefined) return this.#once(loop);
      }
      const completion = this.#block(loop.body);
      if (completion === 'return' || completion === 'break') return completion === 'break' ? 'through' : 'return';
      this.#block(loop.update);
    }
    return 'through';
  }

  #once(loop: Loop): Completion {
    if (loop.over) this.#set(loop.over.element, UNKNOWN);
    this.#either([[...loop.test, ...loop.body, ...loop.update], []]);
    return 'through';
  }

  /** One of `blocks` runs: what they leave different is unknown. One that does not come to its end says nothing of what follows. */
  #either(blocks: readonly Block[]): Completion {
    const before = this.#locals;
    this.evaluator.step(before.size * blocks.length);
    const ends = blocks.map((block) => {
      this.#locals = new Map(before);
      const completion = this.evaluator.inBranch(() => this.#block(block));
      return { locals: this.#locals, completion };
    });
    const open = ends.filter(({ completion }) => completion === 'through');
    const joining = (open.length > 0 ? open : ends).map(({ locals }) => locals);
    this.#locals = new Map([...new Set(joining.flatMap((end) => [...end.keys()]))].map((name) => {
      const [first, ...others] = joining.map((end) => end.get(name) ?? NOTHING);
      return [name, others.reduce((joint, other) => eitherOf(joint, other), first ?? UNKNOWN)];
    }));
    return open.length > 0 ? 'through' : ends[0]?.completion ?? 'through';
  }

  #set(name: string, value: StaticValue): void {
    this.#locals.set(name, value);
  }

  #read(place: Place, at: Span): StaticValue {
    const value = this.#load(place);
    if (value.kind === 'member') this.evaluator.read.push({ of: value.of, name: value.name, at: this.evaluator.locate(this.body.id, at) });
    return value;
  }

  #load(place: Place): StaticValue {
    switch (place.kind) {
      case 'module': return this.evaluator.variable(place.module, place.name);
      case 'captured': return this.environmentOf(place.owner)?.variables.get(place.name)?.value ?? UNKNOWN;
      case 'field': return memberIn(this, this.value(place.object), place.field);
      case 'element': {
        const [object, key] = [this.value(place.object), this.value(place.key)];
        return key.kind === 'plain' ? memberIn(this, object, typeof key.value === 'number' && key.value < 0 && object.kind === 'list' ? String(object.items.length + key.value) : String(key.value)) : UNKNOWN;
      }
      case 'static': return this.evaluator.static(place.type, place.field);
    }
  }

  /** The running call of `owner` that this function was written in. */
  environmentOf(owner: string): Environment | undefined {
    let environment: Environment | undefined = this.environment;
    while (environment !== undefined && environment.owner !== owner) environment = environment.outer;
    return environment;
  }

  #store(place: Place, value: StaticValue, span: Span): void {
    const { evaluator } = this;
    const at = evaluator.locate(this.body.id, span);
    switch (place.kind) {
      case 'captured': {
        const variables = this.environmentOf(place.owner)?.variables;
        return variables && evaluator.store(variables, variables, place.name, { value });
      }
      case 'module': return evaluator.setVariable(place.module, place.name, { value });
      case 'static': return evaluator.setStatic(place.type, place.field, { value });
      case 'field': return this.#storeIn(this.value(place.object), place.field, { value, at });
      case 'element': {
        const [object, key] = [this.value(place.object), this.value(place.key)];
        if (key.kind === 'plain') return this.#storeIn(object, String(key.value), { value, at });
        if (object.kind === 'record' || object.kind === 'list') object.isWhole = false;
      }
    }
  }

  #storeIn(object: StaticValue, name: string, property: Property & { readonly at: NonNullable<Property['at']> }): void {
    const { evaluator } = this;
    if (object.kind === 'record') evaluator.store(object, object.entries, name, property);
    else if (object.kind === 'instance') evaluator.store(object, object.fields, name, property);
    else if (object.kind === 'list') object.isWhole = false;
    if (object.kind === 'made') evaluator.store(object, object.fields, name, property);
    if (object.kind === 'made' || object.kind === 'member') evaluator.assigned.push({ object, name, value: property.value, at: property.at });
  }
}

/** What a loop goes through, where that is known. */
function itemsOf(collection: StaticValue, keysOnly: boolean): readonly StaticValue[] | undefined {
  if (collection.kind === 'list' && collection.isWhole) return keysOnly ? collection.items.map((_, i) => plain(String(i))) : collection.items;
  return collection.kind === 'record' && collection.isWhole ? [...collection.entries.keys()].map(plain) : undefined;
}
