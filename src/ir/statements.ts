/**
 * Statements stay structured, so that an analysis is a walk over a tree with joins. Simple statements (instructions) have
 * atoms as operands; `&&`, `?:`, `?.`, `??=`, `x += await f()` arrive here as statements with temporaries (`%1`, `%2`, …).
 */
import type { Span } from './span.js';
import type { Argument, Callee, FunctionId, Operand, Place, TypeRef } from './operands.js';

interface Node {
  readonly at: Span;
}

/** Copy into a local. A declared or cast-to type is kept in `type`. */
export interface Move extends Node { readonly op: 'move'; readonly to: string; readonly from: Operand; readonly type?: TypeRef }
export interface Load extends Node { readonly op: 'load'; readonly to: string; readonly place: Place }
/**
 * A write. `update` marks a store whose value was computed from a load of the same place in the same expression (`x += 1`,
 * `x++`); `initialise` marks a declaration's or a field's initialiser.
 */
export interface Store extends Node {
  readonly op: 'store'; readonly place: Place; readonly value: Operand; readonly how: 'assign' | 'update' | 'initialise';
}
/** `delete o.f`, `del d[k]`. */
export interface Delete extends Node { readonly op: 'delete'; readonly place: Place }
/** Arithmetic, comparison, negation, type test: a value computed from `operands`, without effect. */
export interface Compute extends Node {
  readonly op: 'compute'; readonly to: string; readonly operator: string; readonly operands: readonly Operand[];
}
/** String building: concatenation, template string, f-string, `%` and `.format` with a literal format. */
export interface Concat extends Node { readonly op: 'concat'; readonly to: string; readonly parts: readonly Operand[] }

/** `key` is absent for a spread (`...value`, `**value`). With `accessor` the value is the closure that computes or takes the property. `at` is where a property is written. */
export interface Entry { readonly key?: Operand; readonly value: Operand; readonly spread?: boolean; readonly accessor?: 'get' | 'set'; readonly at?: Span }
/** A fresh record: object literal, dict display, anonymous object, collection initialiser with keys. */
export interface MakeObject extends Node { readonly op: 'object'; readonly to: string; readonly entries: readonly Entry[] }
/** A fresh sequence; `type` names the collection when it is no plain array (`set`, `tuple`, `System.Collections.Generic.List`). */
export interface MakeArray extends Node {
  readonly op: 'array'; readonly to: string; readonly items: readonly Argument[]; readonly type?: TypeRef;
}
/** A function value that closes over the `captured` places of the functions around it, and over `this`. */
export interface MakeClosure extends Node { readonly op: 'closure'; readonly to: string; readonly function: FunctionId }
/** Construction. `type` when the class is named, else `callee` holds the class as a value. */
export interface New extends Node {
  readonly op: 'new'; readonly to: string; readonly type?: TypeRef; readonly callee?: Operand; readonly args: readonly Argument[];
}
export interface Call extends Node {
  readonly op: 'call'; readonly to?: string; readonly callee: Callee; readonly args: readonly Argument[];
  /** Type arguments that the call writes (`Get<IStore>()`): what a container is asked for. */
  readonly typeArguments?: readonly TypeRef[];
}
/** A suspension point: other work of the same thread or task may run here. `to` gets what `value` resolves to. */
export interface Suspend extends Node {
  readonly op: 'suspend'; readonly why: 'await' | 'yield' | 'iterate' | 'dispose'; readonly value?: Operand; readonly to?: string;
}
/** Enter a critical section of `lock` (`synchronized`, `lock`, `with lock`). */
export interface Acquire extends Node { readonly op: 'acquire'; readonly lock: Operand; readonly mode: 'exclusive' | 'shared' }
export interface Release extends Node { readonly op: 'release'; readonly lock: Operand }
/** A construct the front-end cannot translate: `node` is the grammar's name for it. Its sub-expressions are evaluated before. */
export interface Unknown extends Node { readonly op: 'unknown'; readonly to?: string; readonly node: string; readonly operands: readonly Operand[] }

export type Instruction =
  | Move | Load | Store | Delete | Compute | Concat | MakeObject | MakeArray | MakeClosure | New | Call | Suspend | Acquire | Release | Unknown;

export type Block = readonly Statement[];

export interface If extends Node { readonly op: 'if'; readonly condition: Operand; readonly then: Block; readonly else: Block }
/**
 * Every loop. Order of execution: `test` block, `condition` (absent: no exit here), `body`, `update`, again. A `do … while`
 * has `testLast`. A loop over a collection has `over`; its body starts with `element` bound.
 */
export interface Loop extends Node {
  readonly op: 'loop';
  readonly label?: string;
  readonly test: Block;
  readonly condition?: Operand;
  readonly testLast?: boolean;
  readonly over?: { readonly collection: Operand; readonly element: string; readonly suspends: boolean; readonly keysOnly?: boolean };
  readonly body: Block;
  readonly update: Block;
}
export interface Try extends Node {
  readonly op: 'try';
  readonly body: Block;
  readonly handlers: readonly { readonly parameter?: string; readonly type?: TypeRef; readonly body: Block }[];
  readonly finally: Block;
}
/** `tests` are evaluated by the statements before the switch; an empty list is the default case. Without `fallsThrough` the case ends the switch. */
export interface Switch extends Node {
  readonly op: 'switch';
  readonly subject: Operand;
  readonly cases: readonly { readonly tests: readonly Operand[]; readonly body: Block; readonly fallsThrough: boolean }[];
}
export interface Labelled extends Node { readonly op: 'label'; readonly label: string; readonly body: Block }
export interface Break extends Node { readonly op: 'break'; readonly label?: string }
export interface Continue extends Node { readonly op: 'continue'; readonly label?: string }
export interface Return extends Node { readonly op: 'return'; readonly value?: Operand }
export interface Throw extends Node { readonly op: 'throw'; readonly value?: Operand }

export type Statement = Instruction | If | Loop | Try | Switch | Labelled | Break | Continue | Return | Throw;
