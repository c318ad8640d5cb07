/** The state of lowering: per file what is counted, per function where statements go. */
import type { Block, Instruction, Operand, Problem, Span, Statement, TypeRef } from '../../../ir/index.js';
import { locate } from '../../../ir/index.js';
import type { Entity, Repository } from '../entities.js';
import { entityOf } from '../entities.js';
import type { FileFacts } from '../facts.js';
import type { FunctionInfo, Scope } from '../names/scopes.js';
import type { ES, Node } from '../syntax.js';
import { typeRefOf } from '../types.js';

/** What is gathered over all functions of a file. */
export interface FileLowering {
  readonly repository: Repository;
  readonly facts: FileFacts;
  readonly unknownNodes: Map<string, number>;
  readonly problems: Problem[];
  nodeCount: number;
}

/** One function being lowered. */
export interface Lowering {
  readonly file: FileLowering;
  readonly fn: FunctionInfo;
  scope: Scope;
  /** The block that statements are added to. */
  out: Statement[];
  temporaries: number;
  /** Expressions and statements around the current one. */
  depth: number;
  /** Where the optional chain around the current expression leaves its value. */
  chain?: { readonly result: string };
}

/** Nodes nested deeper are `unknown`: the walk recurses, and the call stack is finite. */
const MAX_DEPTH = 500;

export function temporary(l: Lowering): string {
  return `%${++l.temporaries}`;
}

export function local(name: string): Operand {
  return { kind: 'local', name };
}

export function constant(value: string | number | boolean | null): Operand {
  return { kind: 'constant', value };
}

export function emit(l: Lowering, statement: Statement): void {
  l.out.push(statement);
}

/** Emits the instruction that `make` gives for a new temporary, and gives that. */
export function produce(l: Lowering, make: (to: string) => Instruction): Operand {
  const to = temporary(l);
  emit(l, make(to));
  return local(to);
}

/** A temporary that holds `value` and may be written again: the one just made, or a new one. */
export function reusable(l: Lowering, value: Operand, at: Span): string {
  const last = l.out.at(-1);
  const isFresh = value.kind === 'local' && value.name.startsWith('%') && last !== undefined && 'to' in last && last.to === value.name;
  if (isFresh) return value.name;
  const to = temporary(l);
  emit(l, { op: 'move', to, from: value, at });
  return to;
}

export function compute(l: Lowering, operator: string, operands: readonly Operand[], at: Span): Operand {
  return produce(l, (to) => ({ op: 'compute', to, operator, operands, at }));
}

/** The statements that `run` emits, as a block of their own. */
export function inBlock(l: Lowering, run: () => void): Block {
  const outside = l.out;
  const inside: Statement[] = [];
  l.out = inside;
  run();
  l.out = outside;
  return inside;
}

/** Runs `run` in the scope that `node` opens. */
export function inScope<T>(l: Lowering, node: Node, run: () => T): T {
  const outside = l.scope;
  l.scope = l.file.facts.scopes.scopeOf.get(node) ?? outside;
  const result = run();
  l.scope = outside;
  return result;
}

/** What `node` certainly stands for in the current scope. */
export function staticEntity(l: Lowering, node: Node): Entity | undefined {
  return entityOf(l.file.repository, l.file.facts, l.scope, node);
}

export function typeIn(l: Lowering, type: ES.TSType | null | undefined): TypeRef | undefined {
  return typeRefOf(l.file.repository, l.file.facts, l.scope, type ?? undefined);
}

/** A construct that is not translated; its operands have been evaluated. */
export function unknown(l: Lowering, node: string, operands: readonly Operand[], at: Span): Operand {
  const { unknownNodes } = l.file;
  unknownNodes.set(node, (unknownNodes.get(node) ?? 0) + 1);
  return produce(l, (to) => ({ op: 'unknown', to, node, operands, at }));
}

/** Whether one level more would be one too many. */
export function isTooDeep(l: Lowering): boolean {
  return l.depth >= MAX_DEPTH;
}

/** Runs `run` one level deeper; too deep, the node is given up with a problem instead. */
export function deeper<T>(l: Lowering, at: Span, run: () => T, otherwise: () => T): T {
  l.file.nodeCount++;
  if (isTooDeep(l)) {
    const { file, lineStarts } = l.file.facts;
    const { line } = locate(file, lineStarts, at);
    l.file.problems.push({ kind: 'too-deep', file, line, message: `nested deeper than ${MAX_DEPTH} levels` });
    return otherwise();
  }
  l.depth++;
  const result = run();
  l.depth--;
  return result;
}
