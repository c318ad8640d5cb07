/** Terraform's configuration language as plain data: blocks, attributes and expressions, each with its place. Made of `.tf` text or of `.tf.json`. */
import type { Location } from '../../../../ir/index.js';

/** What stands between the braces of a block, or in a file. */
export interface Body {
  /** The first of several with one name. */
  readonly attributes: ReadonlyMap<string, Expression>;
  readonly blocks: readonly Block[];
}

/** `resource "aws_lambda_function" "orders" { … }` */
export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: Body;
  readonly at: Location;
}

export type Expression = { readonly at: Location } & (
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  /** Text with expressions in it. */
  | { readonly kind: 'template'; readonly parts: readonly (string | Expression)[] }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly entries: readonly ObjectEntry[] }
  /** `var`, `local`, `each`, a type of resource, a name of a `for`. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'attribute'; readonly of: Expression; readonly name: string }
  | { readonly kind: 'index'; readonly of: Expression; readonly key: Expression }
  /** `of[*].name`: `each` is asked of every item, which it calls `SPLAT_ITEM`. */
  | { readonly kind: 'splat'; readonly of: Expression; readonly each: Expression }
  /** With `expands` the items of the last argument are arguments. */
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[]; readonly expands: boolean }
  | ForExpression
  | { readonly kind: 'conditional'; readonly condition: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  /** Not understood: why. */
  | { readonly kind: 'opaque'; readonly reason: string });

export interface ObjectEntry {
  readonly key: Expression;
  readonly value: Expression;
}

/** `[for k, v in c : value if condition]`; a map when it has a `key`. */
export interface ForExpression {
  readonly kind: 'for';
  readonly keyName?: string;
  readonly valueName: string;
  readonly collection: Expression;
  readonly key?: Expression;
  readonly value: Expression;
  readonly condition?: Expression;
  /** Values with the same key become a list. */
  readonly isGrouped: boolean;
}

/** No name of the language. */
export const SPLAT_ITEM = '*';
