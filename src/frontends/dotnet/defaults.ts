/** Default values of parameters: texts and named constants, which are what a call leaves out. */
import type { SyntaxNode } from '../tree-sitter/index.js';
import { compute, local, type FunctionContext } from './context.js';
import { lowerExpression } from './expressions.js';
import { nameText, parts, plainName, spanOf } from './syntax.js';

/** Numbers, truth values and `default` are no objects, and `null` is what the parameter is without them. */
const KEPT = new Set(['string_literal', 'verbatim_string_literal', 'raw_string_literal', 'identifier', 'member_access_expression']);

/** `if (p == null) p = default`, for each parameter of the list that has one. */
export function lowerDefaults(f: FunctionContext, list: SyntaxNode | undefined): void {
  for (const parameter of list === undefined ? [] : parts(list)) {
    const value = parts(parameter).find((child) => child.field === undefined && KEPT.has(child.type));
    const name = parameter.child('name');
    if (parameter.type !== 'parameter' || value === undefined || name === undefined) continue;
    const at = spanOf(value);
    const variable = plainName(nameText(name));
    const isNull = compute(f, 'is-null', [local(variable)], at);
    const then = f.builder.block(() => { f.builder.assign(variable, lowerExpression(f, value).operand, at); });
    f.builder.emit({ op: 'if', condition: isNull, then, else: [], at });
  }
}
