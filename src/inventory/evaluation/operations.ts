/** What operators and text building give for values that are known. */
import { folderOf, joinPath } from '../files/files-below.js';
import { memberOf, plain, UNKNOWN, type Property, type RecordValue, type StaticValue } from './values.js';

/** Whether a condition holds, when that is certain. */
export function holds(value: StaticValue): boolean | undefined {
  switch (value.kind) {
    case 'plain': return Boolean(value.value);
    case 'nothing': return false;
    case 'path': case 'instance': case 'closure': case 'type': case 'namespace': return true;
    // An empty one is false in one language and true in another.
    case 'list': return value.items.length > 0 ? true : undefined;
    case 'record': return value.entries.size > 0 ? true : undefined;
    case 'made': case 'symbol': return isObjectName(value.kind === 'made' ? value.by : value.name) ? true : undefined;
    case 'partial': return true;
    case 'member': case 'unknown': return undefined;
  }
}

/** `aws-lambda.Code.fromAsset`, `aws-lambda.Queue`, `Runtime.NODEJS_22_X`: classes and what belongs to them. Other functions may give nothing. */
function isObjectName(name: string): boolean {
  return /(?:^|[./])[A-Z]\w*(?:\.\w+)?$/.test(name);
}

/** Longer texts are no ARNs. */
const MAX_PARTIAL = 2000;

export function compute(operator: string, operands: readonly StaticValue[]): StaticValue {
  const [left, right] = operands;
  if (left === undefined) return UNKNOWN;
  if (operator === 'is-null') return left.kind === 'nothing' ? plain(true) : holds(left) === true || left.kind === 'plain' || left.kind === 'list' || left.kind === 'record' ? plain(false) : UNKNOWN;
  if (operator === '!' || operator === 'not') {
    const truth = holds(left);
    return truth === undefined ? UNKNOWN : plain(!truth);
  }
  if (right === undefined) return UNKNOWN;
  if (/^[!=]==?$/.test(operator)) {
    const same = areEqual(left, right);
    return same === undefined ? UNKNOWN : plain(same === operator.startsWith('='));
  }
  if (left.kind !== 'plain' || right.kind !== 'plain') return operator === '+' ? sum(left, right) : UNKNOWN;
  return arithmetic(operator, left.value, right.value);
}

function areEqual(left: StaticValue, right: StaticValue): boolean | undefined {
  if (left.kind === 'plain' && right.kind === 'plain') return left.value === right.value;
  if (left.kind === 'nothing' && right.kind === 'nothing') return true;
  if (left.kind === 'nothing' || right.kind === 'nothing') return holds(left) === true || holds(right) === true ? false : undefined;
  return left.kind === 'symbol' && right.kind === 'symbol' && left.name === right.name ? true : undefined;
}

function sum(left: StaticValue, right: StaticValue): StaticValue {
  if (left.kind === 'list' && right.kind === 'list') return { kind: 'list', items: [...left.items, ...right.items], isWhole: left.isWhole && right.isWhole };
  return concat([left, right]);
}

function arithmetic(operator: string, a: string | number | boolean, b: string | number | boolean): StaticValue {
  if (operator === '+' && (typeof a === 'string' || typeof b === 'string')) return plain(`${a}${b}`);
  if (typeof a !== 'number' || typeof b !== 'number') return UNKNOWN;
  switch (operator) {
    case '+': return plain(a + b);
    case '-': return plain(a - b);
    case '*': return plain(a * b);
    case '/': return plain(a / b);
    case '//': return plain(Math.floor(a / b));
    case '%': return plain(a % b);
    case '**': return plain(a ** b);
    case '<': return plain(a < b);
    case '<=': return plain(a <= b);
    case '>': return plain(a > b);
    case '>=': return plain(a >= b);
    default: return UNKNOWN;
  }
}

/** Text of its parts; a path stays one, and of what is not known its name stays. */
export function concat(parts: readonly StaticValue[]): StaticValue {
  const some = parts.filter((part) => part.kind !== 'plain' || part.value !== '');
  const [first, ...rest] = some;
  const texts = (first?.kind === 'path' ? rest : some).map((part) => (part.kind === 'plain' ? String(part.value) : undefined));
  if (first?.kind === 'path') return texts.includes(undefined) ? UNKNOWN : joined(first.path, [texts.join('')]);
  if (!texts.includes(undefined)) return plain(texts.join(''));
  const text = some.map(shown).join('');
  return text.length > MAX_PARTIAL || !some.some((part) => part.kind === 'plain' || part.kind === 'partial') ? UNKNOWN : { kind: 'partial', text };
}

/** A part of a text, with a placeholder where it is not known. */
function shown(part: StaticValue): string {
  if (part.kind === 'plain') return String(part.value);
  if (part.kind === 'partial') return part.text;
  return part.kind === 'member' ? `\${${part.name}}` : part.kind === 'symbol' ? `\${${memberOf(part)}}` : '${?}';
}

/** A path with `texts` behind it; what leads out of the repository is unknown. */
export function joined(folder: string, texts: readonly (string | undefined)[]): StaticValue {
  if (texts.includes(undefined)) return UNKNOWN;
  const target = joinPath(folder, texts.join('/').replace(/^\/+/, ''));
  return target === undefined ? UNKNOWN : { kind: 'path', path: target };
}

/** The folder that a path is in. */
export function parentOf(value: StaticValue): StaticValue {
  if (value.kind === 'path') return { kind: 'path', path: folderOf(value.path) };
  return value.kind === 'plain' && typeof value.value === 'string' ? plain(folderOf(value.value) || '.') : UNKNOWN;
}

/** A record of `parts` in the order of the text: later entries win, and one that is not known makes those before it uncertain. */
export function recordOf(parts: readonly { readonly key?: StaticValue; readonly property: Property }[]): RecordValue {
  const entries = new Map<string, Property>();
  let isWhole = true;
  for (const { key, property } of parts) {
    const name = key?.kind === 'plain' ? String(key.value) : key?.kind === 'symbol' ? memberOf(key) : undefined;
    const { value } = property;
    if (name !== undefined) entries.set(name, property);
    else if (key === undefined && value.kind === 'record') {
      isWhole &&= value.isWhole;
      if (!value.isWhole) hideAll(entries);
      for (const [inner, each] of value.entries) entries.set(inner, each);
    } else if (key !== undefined || value.kind !== 'nothing') {
      isWhole = false;
      hideAll(entries);
    }
  }
  return { kind: 'record', entries, isWhole };
}

/** Properties that a caller hands over may replace what stands before them. */
function hideAll(entries: Map<string, Property>): void {
  for (const [name, property] of entries) entries.set(name, { ...property, value: UNKNOWN });
}

