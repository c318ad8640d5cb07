/** What a lowering knows while it walks: the file, the function that is being built, and the functions around it. */
import type { FunctionBody, FunctionId, FunctionSignature, Operand, Parameter, Problem, Span, TypeId } from '../../../ir/index.js';
import { lineStartsOf, locate } from '../../../ir/index.js';
import { FunctionBuilder } from '../../program/index.js';
import type { SyntaxNode } from '../../tree-sitter/index.js';
import type { ScopeNames } from '../bindings.js';
import type { FileOutline } from '../model.js';
import type { PythonProject } from '../project.js';
import { spanOf } from '../syntax.js';

/** The first parameter of a method. */
export interface Receiver {
  readonly name: string;
  readonly operand: Operand;
}

/** What `break` and `continue` leave; `label` when the loop has an `else`. */
export interface LoopExit {
  readonly label?: string;
}

/** One function being lowered. `class` is the body of a class: its names are static fields. */
export interface FunctionContext {
  readonly file: FileLowering;
  readonly builder: FunctionBuilder;
  readonly kind: 'module' | 'class' | 'function';
  readonly names: ScopeNames;
  /** The class whose body this is, or whose method this is or is inside of. */
  readonly type?: TypeId;
  readonly receiver?: Receiver;
  readonly parent?: FunctionContext;
  readonly isAsync: boolean;
  /** What a generator gives its caller: the list of what it yields, or, for a context manager, the one value. */
  readonly yields?: 'list' | 'value';
  readonly parameters: readonly Parameter[];
  readonly loops: LoopExit[];
}

/** Nesting of statements and expressions beyond which code is not lowered. */
export const MAX_NESTING = 300;

/** Collects what the lowering of one file gives. */
export class FileLowering {
  readonly bodies = new Map<FunctionId, FunctionBody>();
  readonly problems: Problem[] = [];
  readonly unknownNodes = new Map<string, number>();
  readonly lineStarts: readonly number[];
  nodeCount = 0;
  private nesting = 0;
  private labels = 0;

  constructor(readonly project: PythonProject, readonly outline: FileOutline, text: string) {
    this.lineStarts = lineStartsOf(text);
  }

  get file(): string {
    return this.outline.file;
  }

  /** Runs `lower` one level deeper, or `tooDeep` when that is beyond the limit. */
  nested<T>(lower: () => T, tooDeep: () => T): T {
    this.nodeCount++;
    if (this.nesting >= MAX_NESTING) return tooDeep();
    this.nesting++;
    try {
      return lower();
    } finally {
      this.nesting--;
    }
  }

  label(): string {
    return `%l${++this.labels}`;
  }

  report(kind: Problem['kind'], node: SyntaxNode, message: string): void {
    this.problems.push({ kind, file: this.file, line: locate(this.file, this.lineStarts, spanOf(node)).line, message });
  }
}

/** A function about to be built. */
export type Setting = Omit<FunctionContext, 'builder' | 'loops' | 'parameters'>;

/** Builds a function: `fill` emits its statements. */
export function buildFunction(setting: Setting, signature: FunctionSignature, fill: (f: FunctionContext) => void): void {
  const builder = new FunctionBuilder(signature.id);
  for (const parameter of signature.parameters) builder.declare(parameter.name, parameter.type);
  const f: FunctionContext = { ...setting, builder, parameters: signature.parameters, loops: [] };
  if (setting.kind === 'function') declareLocals(f, signature);
  fill(f);
  setting.file.bodies.set(signature.id, builder.finish(signature));
}

/** A name that is assigned anywhere in a function is local in all of it. */
function declareLocals(f: FunctionContext, signature: FunctionSignature): void {
  const parameters = new Set(signature.parameters.map((p) => p.name));
  for (const [name, bindings] of f.names.bindings) {
    if (parameters.has(name) || f.names.globals.has(name) || f.names.nonlocals.has(name)) continue;
    if (bindings.every((binding) => binding.kind === 'import')) continue;
    const local = f.builder.declare(name);
    if (f.receiver?.name === name) f.builder.emit({ op: 'move', to: local, from: f.receiver.operand, at: signature.at });
  }
}

export function local(name: string): Operand {
  return { kind: 'local', name };
}

export function constant(value: string | number | boolean | null): Operand {
  return { kind: 'constant', value };
}

export function compute(f: FunctionContext, operator: string, operands: readonly Operand[], at: Span): Operand {
  return f.builder.produce((to) => ({ op: 'compute', to, operator, operands, at }));
}

/** Calls `receiver.name(args)`. */
export function callMethod(f: FunctionContext, receiver: Operand, name: string, args: readonly Operand[], at: Span): Operand {
  return f.builder.produce((to) => ({ op: 'call', to, callee: { kind: 'method', receiver, name }, args: args.map((value) => ({ value })), at }));
}

/** As `callMethod`, for a call whose result nobody uses. */
export function emitMethod(f: FunctionContext, receiver: Operand, name: string, args: readonly Operand[], at: Span): void {
  f.builder.emit({ op: 'call', callee: { kind: 'method', receiver, name }, args: args.map((value) => ({ value })), at });
}

/** A variable of its own that holds `value` and may be written again. */
export function reusable(f: FunctionContext, value: Operand, at: Span): string {
  const to = f.builder.temporary();
  f.builder.assign(to, value, at);
  return to;
}

/** A construct that is not understood, after its sub-expressions `operands`. */
export function unknown(f: FunctionContext, node: SyntaxNode, operands: readonly Operand[] = []): Operand {
  const { unknownNodes } = f.file;
  unknownNodes.set(node.type, (unknownNodes.get(node.type) ?? 0) + 1);
  return f.builder.produce((to) => ({ op: 'unknown', to, node: node.type, operands, at: spanOf(node) }));
}

/** An expression or statement nested beyond the limit. */
export function tooDeep(f: FunctionContext, node: SyntaxNode): Operand {
  f.file.report('too-deep', node, `code nested deeper than ${MAX_NESTING} levels is passed over`);
  return unknown(f, node);
}

/** Runs `then` where `condition` does not hold. */
export function unless(f: FunctionContext, condition: Operand, at: Span, then: () => void): void {
  const not = compute(f, '!', [condition], at);
  f.builder.emit({ op: 'if', condition: not, then: f.builder.block(then), else: [], at });
}

/** Runs `then` where `condition` holds. */
export function when(f: FunctionContext, condition: Operand, at: Span, then: () => void): void {
  f.builder.emit({ op: 'if', condition, then: f.builder.block(then), else: [], at });
}
