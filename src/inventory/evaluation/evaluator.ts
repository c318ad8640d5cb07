/**
 * Runs the IR of a program on values as far as they are certain, and notes what it asks of libraries. Functions of the
 * repository are followed; where a condition is not known both branches run, and what they leave different is unknown.
 */
import type { FunctionBody, FunctionId, FunctionSignature, Location, Program, Span, TypeDeclaration, TypeId } from '../../ir/index.js';
import { fileOf, locate } from '../../ir/index.js';
import { positional, type Arguments } from './arguments.js';
import { Frame } from './frame.js';
import { eitherOf, NOTHING, UNKNOWN, type Environment, type Instance, type Made, type Property, type StaticValue } from './values.js';

/** A property of an object of a library that was set. */
export interface Assignment {
  readonly object: StaticValue;
  readonly name: string;
  readonly value: StaticValue;
  readonly at: Location;
}

/** A property of an object of a library that was read. */
export interface Reading {
  readonly of: StaticValue;
  readonly name: string;
  readonly at: Location;
}

/** How a function is called. */
export interface Invocation {
  /** Nothing when it is run as if somebody called it: then nothing is known of its parameters. */
  readonly args?: Arguments;
  readonly self?: StaticValue | undefined;
  readonly environment?: Environment | undefined;
  readonly depth: number;
}

/** A program that takes more statements is not read to its end. */
const MAX_STEPS = 400_000;
const MAX_DEPTH = 24;
/** Running calls of one function within each other. */
const MAX_RECURSION = 2;
const MAX_BASES = 12;

/** Computes values of one program, in the order of its text. */
export class Evaluator {
  /** What was made by libraries: objects, and results of functions and methods. */
  readonly made: Made[] = [];
  readonly assigned: Assignment[] = [];
  readonly read: Reading[] = [];
  /** Functions with code that did not run, because a condition was known. */
  readonly skipping = new Set<FunctionId>();
  /** Functions that were run. */
  readonly entered = new Set<FunctionId>();
  readonly #modules = new Map<string, Map<string, Property>>();
  readonly #statics = new Map<string, Property>();
  readonly #initialised = new Set<TypeId>();
  readonly #initialisedObjects = new WeakMap<object, Set<TypeId>>();
  readonly #running = new Map<FunctionId, number>();
  #steps = 0;
  #branch = 0;
  #branches = 0;
  readonly #born = new WeakMap<object, number>();

  constructor(readonly program: Program) {}

  /** It took too many steps, and the rest was left out. */
  get isExhausted(): boolean {
    return this.#steps >= MAX_STEPS;
  }

  /** Runs the top-level code of `file`. */
  runFile(file: string): void {
    this.#variables(file);
  }

  /** Runs a function as if somebody called it. */
  runAlone(body: FunctionBody): void {
    const self = body.owner === undefined || body.isStatic ? undefined : this.created<Instance>({ kind: 'instance', type: body.owner, fields: new Map() });
    this.call(body.id, { depth: 0, self });
  }

  call(id: FunctionId, invocation: Invocation): StaticValue {
    const running = this.#running.get(id) ?? 0;
    const body = invocation.depth < MAX_DEPTH && running < MAX_RECURSION && !this.isExhausted ? this.program.body(id) : undefined;
    if (!body) return UNKNOWN;
    this.entered.add(id);
    this.#running.set(id, running + 1);
    const result = new Frame(this, body, invocation).run();
    this.#running.set(id, running);
    return result;
  }

  /** Calls a function value as a library would call it back. */
  callBack(value: StaticValue, args: readonly StaticValue[], depth: number): StaticValue {
    return value.kind === 'closure' ? this.call(value.function, { args: positional(args), self: value.self, environment: value.environment, depth }) : UNKNOWN;
  }

  /** Counts `steps`; false when there are none left. */
  step(steps = 1): boolean {
    this.#steps += steps;
    return !this.isExhausted;
  }

  /** Notes an object or result of a library. */
  make(made: Omit<Made, 'kind' | 'fields'>): Made {
    const object: Made = this.created({ kind: 'made', fields: new Map(), ...made });
    this.made.push(object);
    return object;
  }

  /** Runs what may not run. */
  inBranch<T>(run: () => T): T {
    const outer = this.#branch;
    this.#branch = ++this.#branches;
    const result = run();
    this.#branch = outer;
    return result;
  }

  /** Something that was made just now: until a branch ends, what is stored in it is certain. */
  created<T extends object>(object: T): T {
    this.#born.set(object, this.#branch);
    return object;
  }

  /** Whether a change of `object` surely happens, as seen from the place where it was made. */
  isCertain(object: object): boolean {
    return (this.#born.get(object) ?? 0) === this.#branch;
  }

  /** Whether an object is asked about with `type` for the first time. */
  isFirst(object: object, type: TypeId): boolean {
    const known = this.#initialisedObjects.get(object) ?? new Set();
    this.#initialisedObjects.set(object, known);
    return known.size < known.add(type).size;
  }

  /** Stores in one of the maps of `holder`. */
  store(holder: object, entries: Map<string, Property>, name: string, property: Property): void {
    const known = entries.get(name);
    const value = this.isCertain(holder) ? property.value : eitherOf(known?.value ?? NOTHING, property.value);
    entries.set(name, { ...property, value });
  }

  /** A variable of a module, as its top-level code leaves it. */
  variable(file: string, name: string): StaticValue {
    return this.#variables(file).get(name)?.value ?? UNKNOWN;
  }

  setVariable(file: string, name: string, property: Property): void {
    const variables = this.#variables(file);
    this.store(variables, variables, name, property);
  }

  #variables(file: string): Map<string, Property> {
    const known = this.#modules.get(file);
    if (known) return known;
    // Modules that import each other in a circle find what has been stored so far.
    const stored = this.created(new Map<string, Property>());
    this.#modules.set(file, stored);
    const init = this.program.module(file)?.init;
    if (init !== undefined) this.call(init, { depth: 0 });
    return stored;
  }

  static(type: TypeId, field: string): StaticValue {
    const declaration = this.program.type(type);
    if (declaration?.staticInit !== undefined && !this.#initialised.has(type)) {
      this.#initialised.add(type);
      this.call(declaration.staticInit, { depth: 0, self: { kind: 'type', type } });
    }
    const stored = this.#statics.get(`${type} ${field}`);
    if (stored) return stored.value;
    const constant = declaration?.fields.find(({ name }) => name === field)?.constant;
    return constant === undefined ? UNKNOWN : constant === null ? NOTHING : { kind: 'plain', value: constant };
  }

  setStatic(type: TypeId, field: string, property: Property): void {
    this.store(this.#statics, this.#statics, `${type} ${field}`, property);
  }

  /** A method of a class or of those that it extends. */
  method(type: TypeId, name: string, accessor?: 'get'): FunctionSignature | undefined {
    return this.lineOf(type).flatMap(({ methods }) => methods.find((method) => method.name.endsWith(`.${name}`) && method.accessor === accessor && !method.isAbstract) ?? [])[0];
  }

  /** A class of the repository and its base classes there, the nearest first. */
  lineOf(type: TypeId): readonly TypeDeclaration[] {
    const line: TypeDeclaration[] = [];
    for (let next: TypeId | undefined = type; next !== undefined && line.length < MAX_BASES;) {
      const declaration: TypeDeclaration | undefined = this.program.type(next);
      if (!declaration || line.includes(declaration)) break;
      line.push(declaration);
      next = declaration.bases[0]?.name;
    }
    return line;
  }

  locate(id: FunctionId, at: Span): Location {
    const file = fileOf(id);
    return locate(file, this.program.module(file)?.lineStarts ?? [0], at);
  }
}
