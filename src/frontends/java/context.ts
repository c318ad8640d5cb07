/** What a lowering knows while it walks: the file, the function that is being built, and the functions around it. */
import type { Block, FunctionBody, FunctionId, FunctionSignature, Operand, Problem, Span, TypeRef } from '../../ir/index.js';
import { lineStartsOf, locate } from '../../ir/index.js';
import { FunctionBuilder } from '../program/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import type { FileIndex, JavaType } from './model.js';
import type { NameScope } from './names.js';
import type { JavaProject } from './project.js';
import { spanOf } from './types.js';

/** An expression's value: an atom, and its static type where that is known. */
export interface Value {
  readonly operand: Operand;
  readonly type?: TypeRef;
}

/** What `break`, `continue` and `yield` leave. */
export interface Exit {
  readonly kind: 'loop' | 'switch';
  /** Where `yield` puts the value of a switch expression. */
  readonly result?: string;
  /** Made up when a jump has to name it. */
  readonly label: string;
  labelUsed: boolean;
}

export interface FunctionContext {
  readonly file: FileLowering;
  readonly builder: FunctionBuilder;
  /** The class whose `this` is in view. */
  readonly type: JavaType;
  readonly scope: NameScope;
  readonly hasThis: boolean;
  /** The function around a closure, or around the local class whose method this is. */
  readonly parent?: FunctionContext;
  readonly isClosure: boolean;
  readonly returns?: TypeRef;
  readonly exits: Exit[];
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

  constructor(readonly project: JavaProject, readonly index: FileIndex, text: string) {
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

  /** Counts a node that is not understood. */
  noteUnknown(type: string): void {
    this.unknownNodes.set(type, (this.unknownNodes.get(type) ?? 0) + 1);
  }

  report(kind: Problem['kind'], node: SyntaxNode, message: string): void {
    const file = this.index.module.file;
    this.problems.push({ kind, file, line: locate(file, this.lineStarts, spanOf(node)).line, message });
  }
}

/** What distinguishes a function from the one around it. */
export interface FunctionSetting {
  readonly file: FileLowering;
  readonly signature: FunctionSignature;
  readonly type: JavaType;
  readonly scope: NameScope;
  readonly hasThis: boolean;
  readonly parent?: FunctionContext;
  readonly isClosure?: boolean;
}

/** Builds a function: `fill` emits its statements. */
export function buildFunction(setting: FunctionSetting, fill: (f: FunctionContext) => void): void {
  const { file, signature, type, scope, hasThis, parent } = setting;
  const builder = new FunctionBuilder(signature.id);
  for (const p of signature.parameters) builder.declare(p.name, p.type);
  fill({ file, builder, type, scope, hasThis, parent, isClosure: setting.isClosure === true, returns: signature.returns, exits: [] });
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
export function guarded(f: FunctionContext, lock: Operand, at: Span, body: () => void, mode: 'exclusive' | 'shared' = 'exclusive'): void {
  f.builder.emit({ op: 'acquire', lock, mode, at });
  const block: Block = f.builder.block(body);
  f.builder.emit({ op: 'try', body: block, handlers: [], finally: [{ op: 'release', lock, at }], at });
}

/** An operand for a name. */
export function local(name: string): Operand {
  return { kind: 'local', name };
}
