/** What a lowering knows while it walks: the file, the function that is being built, and the functions around it. */
import type { Block, FunctionBody, FunctionId, FunctionSignature, Operand, Problem, Span, TypeRef } from '../../ir/index.js';
import { lineStartsOf, locate } from '../../ir/index.js';
import { FunctionBuilder } from '../program/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { addClosureIds } from './closure-ids.js';
import type { DotnetType, FileParts } from './model.js';
import type { NameScope } from './names.js';
import type { DotnetProject } from './project.js';
import { spanOf } from './syntax.js';

/** An expression's value: an atom, and its static type where that is known. */
export interface Value {
  readonly operand: Operand;
  readonly type?: TypeRef;
}

export interface FunctionContext {
  readonly file: FileLowering;
  readonly builder: FunctionBuilder;
  /** The type whose members are in view; none in top-level code. */
  readonly type?: DotnetType;
  readonly scope: NameScope;
  readonly hasThis: boolean;
  /** The function around a closure. */
  readonly parent?: FunctionContext;
  readonly signature: FunctionSignature;
  /** What `return` gives, without the task around it. */
  readonly returns?: TypeRef;
  /** Local functions by the unique name of the variable that stands for them. */
  readonly localFunctions: Map<string, FunctionSignature>;
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
  private readonly noted = new Set<SyntaxNode>();
  private readonly counters = new Map<string, number>();
  private readonly closureIds = new Map<number, FunctionId>();

  constructor(readonly project: DotnetProject, readonly own: FileParts, readonly name: string, text: string) {
    this.lineStarts = lineStartsOf(text);
  }

  /** Runs `lower` one level deeper, or `tooDeep` when that is beyond the limit. */
  nested<T>(lower: () => T, tooDeep: () => T): T {
    if (this.nesting >= MAX_NESTING) return tooDeep();
    this.nesting++;
    this.nodeCount++;
    try {
      return lower();
    } finally {
      this.nesting--;
    }
  }

  /** Whether `node` has not been counted yet; it has been from now on. */
  isNew(node: SyntaxNode): boolean {
    const isNew = !this.noted.has(node);
    this.noted.add(node);
    return isNew;
  }

  /** Gives ids to the closures in the text of the function `enclosing`. */
  numberClosures(root: SyntaxNode, enclosing: FunctionId, counters?: Map<string, number>): void {
    addClosureIds(this.closureIds, root, enclosing, counters);
  }

  closureId(node: SyntaxNode): FunctionId | undefined {
    return this.closureIds.get(node.start);
  }

  /** An id within `enclosing`; the second of a name gets a number. */
  nextId(enclosing: FunctionId, name: string): FunctionId {
    const id = `${enclosing}.${name}`;
    const count = (this.counters.get(id) ?? 0) + 1;
    this.counters.set(id, count);
    return count === 1 ? id : `${id}$${count}`;
  }

  /** Counts a node that is not understood. */
  noteUnknown(type: string): void {
    this.unknownNodes.set(type, (this.unknownNodes.get(type) ?? 0) + 1);
  }

  report(kind: Problem['kind'], node: SyntaxNode, message: string): void {
    this.problems.push({ kind, file: this.name, line: locate(this.name, this.lineStarts, spanOf(node)).line, message });
  }
}

/** What distinguishes a function from the one around it. */
export interface FunctionSetting {
  readonly file: FileLowering;
  readonly signature: FunctionSignature;
  readonly type?: DotnetType;
  readonly scope: NameScope;
  readonly hasThis: boolean;
  readonly parent?: FunctionContext;
  readonly returns?: TypeRef;
}

/** Builds a function: `fill` emits its statements. */
export function buildFunction(setting: FunctionSetting, fill: (f: FunctionContext) => void): void {
  const { file, signature } = setting;
  const builder = new FunctionBuilder(signature.id);
  for (const p of signature.parameters) builder.declare(p.name, p.type);
  fill({ ...setting, builder, localFunctions: new Map() });
  file.bodies.set(signature.id, builder.finish(signature));
}

/** A construct that is not understood, after its sub-expressions `operands`. */
export function unknown(f: FunctionContext, node: SyntaxNode, operands: readonly Operand[] = []): Value {
  f.file.isNew(node);
  f.file.noteUnknown(node.type);
  return { operand: f.builder.produce((to) => ({ op: 'unknown', to, node: node.type, operands, at: spanOf(node) })) };
}

/** As an expression or statement nested beyond the limit. */
export function tooDeep(f: FunctionContext, node: SyntaxNode): Value {
  f.file.report('too-deep', node, `code nested deeper than ${MAX_NESTING} levels is passed over`);
  return unknown(f, node);
}

/** `body` inside `acquire lock` … `release lock`. */
export function guarded(f: FunctionContext, lock: Operand, at: Span, body: () => void): void {
  f.builder.emit({ op: 'acquire', lock, mode: 'exclusive', at });
  const block: Block = f.builder.block(body);
  f.builder.emit({ op: 'try', body: block, handlers: [], finally: [{ op: 'release', lock, at }], at });
}

/** An operand for a name. */
export function local(name: string): Operand {
  return { kind: 'local', name };
}

/** A value computed without effect. */
export function compute(f: FunctionContext, operator: string, operands: readonly Operand[], at: Span): Operand {
  return f.builder.produce((to) => ({ op: 'compute', to, operator, operands, at }));
}
