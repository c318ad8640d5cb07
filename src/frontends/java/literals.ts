/** Literals and constant expressions of literals to values. */
import type { SyntaxNode } from '../tree-sitter/index.js';

/** A value that the source spells out. */
export type Literal = string | number | boolean | null;

/** The value of a literal, of a sign before one, or of literals put together with `+`; nothing for any other expression. */
export function literalOf(node: SyntaxNode): Literal | undefined {
  switch (node.type) {
    case 'true': return true;
    case 'false': return false;
    case 'null_literal': return null;
    case 'string_literal': return stringLiteral(node);
    case 'character_literal': return unescape(node.text.slice(1, -1));
    case 'decimal_integer_literal':
    case 'hex_integer_literal':
    case 'octal_integer_literal':
    case 'binary_integer_literal': return integerLiteral(node.text);
    case 'decimal_floating_point_literal':
    case 'hex_floating_point_literal': return floatLiteral(node.text);
    case 'parenthesized_expression': return node.namedChildren.length === 1 ? literalOf(node.namedChildren[0]!) : undefined;
    case 'unary_expression': return signed(node);
    case 'binary_expression': return joined(node);
    default: return undefined;
  }
}

/** Integers beyond the range of doubles are kept as text, and so are those that a sign may make negative in 32 bits. */
function integerLiteral(text: string): Literal {
  const digits = text.replaceAll('_', '').replace(/[lL]$/u, '');
  const octal = /^0[0-7]+$/u.test(digits);
  const value = Number(octal ? `0o${digits.slice(1)}` : digits);
  return Number.isSafeInteger(value) ? value : digits;
}

function floatLiteral(text: string): Literal {
  const digits = text.replaceAll('_', '').replace(/[fFdD]$/u, '');
  const value = Number(digits);
  return Number.isFinite(value) ? value : digits;
}

function signed(node: SyntaxNode): Literal | undefined {
  const operand = node.child('operand');
  const value = operand === undefined ? undefined : literalOf(operand);
  if (typeof value !== 'number') return undefined;
  const operator = node.child('operator')?.type;
  return operator === '-' ? -value : operator === '+' ? value : undefined;
}

function joined(node: SyntaxNode): Literal | undefined {
  if (node.child('operator')?.type !== '+') return undefined;
  const right = node.child('right');
  const rightValue = right === undefined ? undefined : literalOf(right);
  if (typeof rightValue !== 'string') return undefined;
  const left = node.child('left');
  const leftValue = left === undefined ? undefined : literalOf(left);
  return typeof leftValue === 'string' ? leftValue + rightValue : undefined;
}

function stringLiteral(node: SyntaxNode): Literal | undefined {
  if (node.childOfType('string_interpolation') !== undefined) return undefined;
  const text = node.text;
  return text.startsWith('"""') ? textBlock(text.slice(3, -3)) : unescape(text.slice(1, -1));
}

/** Strips the incidental white space of a text block (JLS 3.10.6). */
function textBlock(content: string): string {
  const lines = content.replace(/^[ \t\f]*(?:\r\n|\r|\n)/u, '').split(/\r\n|\r|\n/u);
  const significant = lines.filter((line, i) => line.trim() !== '' || i === lines.length - 1);
  const indent = significant.reduce((least, line) => Math.min(least, line.length - line.trimStart().length), Number.POSITIVE_INFINITY);
  return unescape(lines.map((line) => line.slice(indent).trimEnd()).join('\n'));
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', s: ' ' };

function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u+([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|(\r\n|[\s\S]))/gu, (_, unicode: string | undefined, octal: string | undefined, other: string | undefined) => {
    if (unicode !== undefined) return String.fromCharCode(Number.parseInt(unicode, 16));
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    // A backslash before a line end joins the lines of a text block.
    return other === undefined || /[\r\n]/u.test(other) ? '' : (ESCAPES[other] ?? other);
  });
}
