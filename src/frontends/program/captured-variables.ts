/**
 * Turns variables that closures capture from locals into `captured` places. A front-end lowers a function as if nothing were
 * captured, notes what its closures reached for, and rewrites the body once at the end: only then is it known.
 */
import type { Block, FunctionId, Instruction, Loop, Operand, Place, Statement, Try } from '../../ir/index.js';
import { replaceOperands } from './replace-operands.js';

export interface CaptureOptions {
  /** The function whose variables are captured. */
  readonly owner: FunctionId;
  readonly captured: ReadonlySet<string>;
  /** Parameters in order; captured ones are stored to their place first. */
  readonly parameters: readonly string[];
  /** A new temporary of the function. */
  readonly temporary: () => string;
}

/** `body` with every use of a captured variable as a load from, and every definition as a store to, its place. */
export function captureVariables(body: Block, options: CaptureOptions): Block {
  if (options.captured.size === 0) return body;
  const initialised = new Set<string>();
  const rewriter = new Rewriter(options, initialised);
  const at = body[0]?.at ?? { start: 0, end: 0 };
  const prologue = options.parameters
    .filter((name) => options.captured.has(name))
    .map((name): Statement => rewriter.storeTo(name, { kind: 'local', name }, 'initialise', at));
  return [...prologue, ...rewriter.block(body)];
}

type StoreKind = 'assign' | 'update' | 'initialise';

class Rewriter {
  constructor(private readonly options: CaptureOptions, private readonly initialised: Set<string>) {}

  block(block: Block): Block {
    return block.flatMap((statement) => this.statement(statement));
  }

  storeTo(name: string, value: Operand, how: StoreKind, at: Statement['at']): Statement {
    this.initialised.add(name);
    return { op: 'store', place: this.place(name), value, how, at };
  }

  private statement(statement: Statement): readonly Statement[] {
    const loads: Statement[] = [];
    const replaced = replaceOperands(statement, (operand) => this.read(operand, loads, statement.at));
    return [...loads, ...this.inside(replaced, statement)];
  }

  private inside(s: Statement, original: Statement): readonly Statement[] {
    switch (s.op) {
      case 'if': return [{ ...s, then: this.block(s.then), else: this.block(s.else) }];
      case 'loop': return [this.loop(s)];
      case 'try': return [this.tryStatement(s)];
      case 'switch': return [{ ...s, cases: s.cases.map((c) => ({ ...c, body: this.block(c.body) })) }];
      case 'label': return [{ ...s, body: this.block(s.body) }];
      case 'break': case 'continue': case 'return': case 'throw': return [s];
      default: return this.definition(s, original as Instruction);
    }
  }

  private definition(s: Instruction, original: Instruction): readonly Statement[] {
    if (!('to' in s) || s.to === undefined || !this.options.captured.has(s.to)) return [s];
    const name = s.to;
    const to = this.options.temporary();
    return [{ ...s, to }, this.storeTo(name, { kind: 'local', name: to }, this.storeKind(name, original), s.at)];
  }

  /** `x = compute + x, 1` is an update; the first definition in the text the initialisation. */
  private storeKind(name: string, original: Instruction): StoreKind {
    if (!this.initialised.has(name)) return 'initialise';
    let readsItself = false;
    replaceOperands(original, (operand) => {
      readsItself ||= operand.kind === 'local' && operand.name === name;
      return operand;
    });
    return readsItself ? 'update' : 'assign';
  }

  private loop(s: Loop): Statement {
    const test = [...this.block(s.test)];
    const condition = s.condition === undefined ? {} : { condition: this.read(s.condition, test, s.at) };
    const bound = this.bind(s.over?.element, s.at);
    const over = s.over === undefined ? {} : { over: { ...s.over, element: bound.name ?? s.over.element } };
    return { ...s, ...over, ...condition, test, body: [...bound.stores, ...this.block(s.body)], update: this.block(s.update) };
  }

  private tryStatement(s: Try): Statement {
    const handlers = s.handlers.map((h) => {
      const bound = this.bind(h.parameter, h.body[0]?.at ?? s.at);
      const parameter = bound.name === undefined ? {} : { parameter: bound.name };
      return { ...h, ...parameter, body: [...bound.stores, ...this.block(h.body)] };
    });
    return { ...s, body: this.block(s.body), handlers, finally: this.block(s.finally) };
  }

  /** A name that a statement binds without an instruction: a temporary takes its place and is stored first. */
  private bind(name: string | undefined, at: Statement['at']): { readonly name: string | undefined; readonly stores: readonly Statement[] } {
    if (name === undefined || !this.options.captured.has(name)) return { name, stores: [] };
    const temporary = this.options.temporary();
    return { name: temporary, stores: [this.storeTo(name, { kind: 'local', name: temporary }, 'initialise', at)] };
  }

  private read(operand: Operand, loads: Statement[], at: Statement['at']): Operand {
    if (operand.kind !== 'local' || !this.options.captured.has(operand.name)) return operand;
    const to = this.options.temporary();
    loads.push({ op: 'load', to, place: this.place(operand.name), at });
    return { kind: 'local', name: to };
  }

  private place(name: string): Place {
    return { kind: 'captured', owner: this.options.owner, name };
  }
}
