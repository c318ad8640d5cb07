/** Operators of Terraform's expressions. */
import type { Location } from '../../../../ir/index.js';
import { booleanOf, failing, isNull, numberOf, reasonOf, scalar, unknown, type Value } from './values.js';

export function unary(operator: string, operand: Value, at: Location): Value {
  if (operator === '!') {
    const truth = booleanOf(operand);
    return truth === undefined ? unclear([operand], at) : scalar(!truth, at);
  }
  const number = numberOf(operand);
  return number === undefined ? unclear([operand], at) : scalar(-number, at);
}

/** `right` is asked for only where the left side leaves the question open. */
export function binary(operator: string, left: Value, right: () => Value, at: Location): Value {
  switch (operator) {
    case '&&': return logical(left, right, false, at);
    case '||': return logical(left, right, true, at);
    case '==': case '!=': return compared(operator === '==', left, right(), at);
    default: return arithmetic(operator, left, right(), at);
  }
}

/** `deciding` on one side decides the whole, whatever the other one is. */
function logical(left: Value, right: () => Value, deciding: boolean, at: Location): Value {
  const first = booleanOf(left);
  if (first === deciding) return scalar(deciding, at);
  const other = right();
  const second = booleanOf(other);
  if (second === deciding) return scalar(deciding, at);
  return first === undefined || second === undefined ? unclear([left, other], at) : scalar(!deciding, at);
}

function compared(wanted: boolean, left: Value, right: Value, at: Location): Value {
  const equal = areEqual(left, right);
  return equal === undefined ? unclear([left, right], at) : scalar(equal === wanted, at);
}

/** Nothing when it is not known. */
export function areEqual(left: Value, right: Value): boolean | undefined {
  if (left.kind === 'scalar' && right.kind === 'scalar') return left.value === null || right.value === null ? left.value === right.value : String(left.value) === String(right.value);
  if (left.kind === 'unknown' || right.kind === 'unknown') return isThereAndIsNot(left, right) || isThereAndIsNot(right, left) ? false : undefined;
  // What is declared is never null.
  if (isNull(left) || isNull(right)) return false;
  if (left.kind === 'list' && right.kind === 'list') return left.items.length !== right.items.length ? false : left.items.length === 0 ? true : undefined;
  if (left.kind === 'map' && right.kind === 'map') return left.entries.size !== right.entries.size ? false : left.entries.size === 0 ? true : undefined;
  return undefined;
}

function isThereAndIsNot(one: Value, other: Value): boolean {
  return one.kind === 'unknown' && one.isThere === true && (isNull(other) || (other.kind === 'scalar' && other.value === ''));
}

function arithmetic(operator: string, left: Value, right: Value, at: Location): Value {
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a === undefined || b === undefined) return unclear([left, right], at);
  switch (operator) {
    case '+': return scalar(a + b, at);
    case '-': return scalar(a - b, at);
    case '*': return scalar(a * b, at);
    case '/': return b === 0 ? failing('a division by zero', at) : scalar(a / b, at);
    case '%': return b === 0 ? failing('a division by zero', at) : scalar(a % b, at);
    case '<': return scalar(a < b, at);
    case '<=': return scalar(a <= b, at);
    case '>': return scalar(a > b, at);
    case '>=': return scalar(a >= b, at);
    default: return unknown(`the operator ${operator}`, at);
  }
}

function unclear(operands: readonly Value[], at: Location): Value {
  const open = operands.find((operand) => reasonOf(operand) !== undefined);
  return open === undefined ? failing('an operation on values of other types', at) : { ...unknown(reasonOf(open)!, at), ...(open.kind === 'unknown' && open.fails ? { fails: true } : {}) };
}
