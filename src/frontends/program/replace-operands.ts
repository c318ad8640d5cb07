/**
 * The operands a statement reads itself, replaced one by one. Blocks inside a structured statement are left alone: whoever
 * walks the tree visits them on its own.
 */
import type { Argument, Callee, Operand, Place, Statement } from '../../ir/index.js';

/** Gives the operand to use instead of the one read. Called in the order of evaluation. */
export type Replace = (operand: Operand) => Operand;

/** `statement` with every operand that it reads replaced; a loop's `condition` is left to the caller, it belongs to `test`. */
export function replaceOperands(statement: Statement, replace: Replace): Statement {
  switch (statement.op) {
    case 'move': return { ...statement, from: replace(statement.from) };
    case 'load':
    case 'delete': return { ...statement, place: inPlace(statement.place, replace) };
    case 'store': return { ...statement, place: inPlace(statement.place, replace), value: replace(statement.value) };
    case 'compute':
    case 'unknown': return { ...statement, operands: statement.operands.map(replace) };
    case 'concat': return { ...statement, parts: statement.parts.map(replace) };
    case 'object':
      return {
        ...statement,
        entries: statement.entries.map((e) => ({ ...e, ...(e.key === undefined ? {} : { key: replace(e.key) }), value: replace(e.value) })),
      };
    case 'array': return { ...statement, items: inArguments(statement.items, replace) };
    case 'new': {
      const callee = statement.callee === undefined ? {} : { callee: replace(statement.callee) };
      return { ...statement, ...callee, args: inArguments(statement.args, replace) };
    }
    case 'call': return { ...statement, callee: inCallee(statement.callee, replace), args: inArguments(statement.args, replace) };
    case 'suspend':
    case 'return':
    case 'throw': return statement.value === undefined ? statement : { ...statement, value: replace(statement.value) };
    case 'acquire':
    case 'release': return { ...statement, lock: replace(statement.lock) };
    case 'if': return { ...statement, condition: replace(statement.condition) };
    case 'loop':
      return statement.over === undefined
        ? statement
        : { ...statement, over: { ...statement.over, collection: replace(statement.over.collection) } };
    case 'switch':
      return {
        ...statement,
        subject: replace(statement.subject),
        cases: statement.cases.map((c) => ({ ...c, tests: c.tests.map(replace) })),
      };
    case 'closure':
    case 'try':
    case 'label':
    case 'break':
    case 'continue': return statement;
  }
}

function inPlace(place: Place, replace: Replace): Place {
  switch (place.kind) {
    case 'field': return { ...place, object: replace(place.object) };
    case 'element': return { ...place, object: replace(place.object), key: replace(place.key) };
    case 'captured':
    case 'module':
    case 'static': return place;
  }
}

function inCallee(callee: Callee, replace: Replace): Callee {
  switch (callee.kind) {
    case 'direct': return callee.receiver === undefined ? callee : { ...callee, receiver: replace(callee.receiver) };
    case 'method': return { ...callee, receiver: replace(callee.receiver) };
    case 'value': return { ...callee, value: replace(callee.value) };
    case 'super':
    case 'symbol': return callee;
  }
}

function inArguments(args: readonly Argument[], replace: Replace): readonly Argument[] {
  return args.map((a) => ({ ...a, value: replace(a.value) }));
}
